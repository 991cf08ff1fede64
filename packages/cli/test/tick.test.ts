import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedData } from "./support/data.js";
import { folder, motcua, motcuaJson, sharedFolder } from "./support/motcua.js";

const at = (time: string) => ["--at", `${time}+07:00`];

const RECEIVED = {
  type: "receive",
  at: "2018-07-02T09:00+07:00",
  code: "000.00.01.H05-180702-0001",
  subjectRef: "subject-1",
  centre: "bac-ninh",
  unit: "one-stop",
  agency: "land office",
  procedure: { code: "1.001776", version: 1, field: "land" },
  channel: "inPerson",
  legalTerm: { unit: "workingDay", amount: 5 },
};

const asked = async (place: string, command: object, id = "d-1") => {
  const file = join(place, "command.json");
  writeFileSync(file, JSON.stringify(command));
  const { code, err } = await motcua(
    "dossier",
    "do",
    id,
    "--command",
    file,
    "--store",
    `sqlite:${join(place, "log.db")}`,
  );
  expect([code, err]).toEqual([0, ""]);
};

/** How people are written to in these tests: letters in a folder. */
const written = (place: string, given: object = {}) => {
  const file = join(place, "notices.json");
  const contacts = join(place, "contacts.json");
  writeFileSync(
    contacts,
    JSON.stringify({
      persons: { "subject-1": { sms: "0912345678" } },
      offices: { handler: { "land office": { email: "dat-dai@bacninh.example" } } },
    }),
  );
  chmodSync(contacts, 0o600);
  const channels = [
    { kind: "sms", folder: "sms" },
    { kind: "email", folder: "mail" },
  ];
  writeFileSync(file, JSON.stringify({ channels, contacts: "contacts.json", ...given }));
  return ["--notices", file];
};

const letters = (place: string, kind: string) =>
  existsSync(join(place, kind))
    ? readdirSync(join(place, kind)).map((name) => readFileSync(join(place, kind, name), "utf8"))
    : [];

describe("the deadline monitor", () => {
  const place = sharedFolder();
  const store = ["--store", `sqlite:${join(place, "log.db")}`];
  const tick = (time: string, ...words: ReadonlyArray<string>) => motcuaJson("tick", ...at(time), ...words, ...store);

  beforeAll(async () => {
    await asked(place, RECEIVED);
    await asked(place, { type: "forward", at: "2018-07-02T10:00+07:00", to: "land office" });
  });

  it("says what it has put on record, and the second time nothing", async () => {
    expect(await tick("2018-07-03T08:00")).toMatchObject({ dueSoon: 0, overdue: 0, expired: 0, warnings: 0 });
    expect(await tick("2018-07-05T08:00")).toMatchObject({ dueSoon: 1, overdue: 0, expired: 0, warnings: 1 });
    expect(await tick("2018-07-05T08:00")).toMatchObject({ dueSoon: 0, warnings: 0 });
    expect(await tick("2018-07-10T00:30")).toMatchObject({ overdue: 1, apologiesOwed: 1, warnings: 2 });
  });

  it("sends what is queued when it is told how, at an hour at which people may be written to", async () => {
    const notices = written(place);
    expect(await tick("2018-07-10T02:00", ...notices)).toMatchObject({ messages: { sent: 0 } });
    expect(await tick("2018-07-10T08:00", ...notices)).toMatchObject({
      messages: { queued: 1, sent: 3, givenUp: 1, dropped: 1 },
    });
    expect(letters(place, "sms")).toEqual([
      "0912345678\n\nHo so cua ong/ba 000.00.01.H05-180702-0001 da qua ngay hen tra 09/07/2018. Chung toi xin loi va se thong bao khi co ket qua.\n",
    ]);
    expect(letters(place, "mail").join()).toContain(
      "dat-dai@bacninh.example\n\nHồ sơ 000.00.01.H05-180702-0001 đã quá hạn 09/07/2018\n",
    );
    const shown = await motcua("dossier", "history", "d-1", "--format", "table", ...store);
    expect(shown.out).toContain("overdue, sms");
  });

  it("what became of the messages is listed, without an address; what was given up is tried again", async () => {
    const list = async (...words: ReadonlyArray<string>) =>
      (await motcuaJson<{ messages: ReadonlyArray<Record<string, unknown>> }>("notices", "list", ...words, ...store))
        .messages;
    expect(await list("--status", "givenUp")).toMatchObject([
      { about: "dossier d-1", to: "agencyHead land office", status: "givenUp", reason: "AddressUnknown" },
    ]);
    const all = await motcua("notices", "list", ...store);
    expect(all.out).not.toMatch(/0912345678|bacninh\.example/);
    expect(await motcuaJson("notices", "retry", ...store)).toEqual({ retried: 1 });
    expect(await list("--status", "givenUp")).toEqual([]);
    const [waiting] = await list("--status", "waiting");
    const again = await motcua("notices", "retry", String(waiting?.["id"]), ...store);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("not given up")]);
    const [sent] = await list("--status", "sent");
    const arrived = ["acknowledge", String(sent?.["id"]), "--reference", "dlr-1"];
    expect(await motcuaJson("notices", ...arrived, ...store)).toEqual({ acknowledged: 1 });
    expect(await motcuaJson("notices", ...arrived, ...store)).toEqual({ acknowledged: 0 });
    const never = await motcua("notices", "acknowledge", "nobody", ...store);
    expect([never.code, never.err]).toEqual([1, expect.stringContaining("no message of this id was sent")]);
    const table = await motcua("notices", "list", "--format", "table", ...store);
    expect(table.out).toContain("subject subject-1");
  });
});

it("on the receipt log it finds what the report finds", { timeout: 60_000 }, async (ctx) => {
  const store = ["--store", `sqlite:${join(folder(), "receipt.db")}`];
  await motcua("import", sharedData(ctx, "receipt/receipt.xes.gz"), "--preset", "receipt", ...store);
  expect(await motcuaJson("tick", "--at", "2012-01-23T15:42:54.644+01:00", ...store)).toMatchObject({ overdue: 39 });
  expect(await motcuaJson("tick", "--at", "2012-02-01T00:00+01:00", ...store)).toMatchObject({ overdue: 46 - 39 });
});

describe("what is asked wrongly is refused before anything is written", () => {
  const tick = async (given: object | string) => {
    const place = folder();
    mkdirSync(place, { recursive: true });
    await asked(place, RECEIVED);
    const notices = typeof given === "string" ? ["--notices", given] : written(place, given);
    return motcua("tick", ...at("2018-07-20T08:00"), ...notices, "--store", `sqlite:${join(place, "log.db")}`);
  };

  it.each([
    ["a file that is not there", "/nowhere/notices.json", "cannot be read"],
    ["no channels", { channels: "sms" }, "channels"],
    ["a channel of no kind", { channels: [{ kind: "pigeon", print: true }] }, "kind"],
    [
      "a channel of two kinds",
      { channels: [{ kind: "sms", print: true, folder: "x" }] },
      "give one of http, smtp, folder, print",
    ],
    [
      "an unknown field",
      { templates: { sms: [{ name: "overdue", body: "{applicant}" }] } },
      "a place for applicant, which nobody fills",
    ],
    ["a brace without its other", { templates: { long: [{ name: "overdue", body: "{code" }] } }, "malformed"],
    [
      "a secret that is not set",
      { channels: [{ kind: "sms", http: { url: "http://127.0.0.1:1", secretEnv: "NO_SUCH_SECRET" } }] },
      "NO_SUCH_SECRET",
    ],
    ["contacts that are not there", { contacts: "nobody.json" }, "cannot be read"],
  ])("%s", async (_, given, said) => {
    const { code, err } = await tick(given);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it("a log that is not there is not made by looking", async () => {
    const file = join(folder(), "none.db");
    const { code, err } = await motcua("tick", "--store", `sqlite:${file}`);
    expect([code, existsSync(file)]).toEqual([3, false]);
    expect(err).toContain("there is no such log");
  });
});
