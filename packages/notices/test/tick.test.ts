import { type MessageEventData, petitionDecider, petitionEvents, petitionStream } from "@motcua/core";
import { handle } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { BREAKER_POLICY, type Channel, tick, withCircuitBreaker } from "../src/index.js";
import { allOf, centre, gateway, received, rules, success, vn } from "./support/centre.js";

// Received on Monday 2 July 2018 with five working days: due on the 9th.
const forwarded = { type: "forward", at: vn("2018-07-02T10:00"), to: "land office" } as const;
const resolved = (time: string) => ({ type: "resolve", at: vn(time), outcome: "granted" }) as const;

const noticed = async (house: ReturnType<typeof centre>) =>
  (await allOf(house.store, "DeadlineNoticed")).map(({ data }) => {
    const { deadline, stage, to } = data as Record<string, unknown>;
    return `${deadline} ${stage} ${to}`;
  });

describe("a round of the monitor", () => {
  it("puts on record what has passed and warns of what is near, each once, however often it is made", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    await house.ask("d", forwarded);
    for (const day of ["03", "05", "06", "07", "09", "10", "10", "11", "20"])
      success(await tick(house.desk, vn(`2018-07-${day}T08:00`))());
    expect(await noticed(house)).toEqual([
      "dossier dueSoon handler",
      "dossier apologyOwed handler",
      "dossier overdue handler",
      "dossier overdue agencyHead",
      "dossier overdue headOfCentre",
    ]);
    expect((await house.typesOf("d")).filter((type) => type === "DossierOverdue")).toHaveLength(1);
  });

  it("after a week of downtime finds what the week has brought, and warns of nothing that is past", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    await house.ask("d", forwarded);
    success(await tick(house.desk, vn("2018-07-13T08:00"))());
    const [overdue] = await allOf(house.store, "DossierOverdue");
    expect(overdue?.data).toEqual({ due: { kind: "date", date: "2018-07-09" }, noticedAt: vn("2018-07-13T08:00") });
    expect(await noticed(house)).not.toContain("dossier dueSoon handler");
  });

  it("does nothing for a dossier that was resolved in time, nor when the clock is set back", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    await house.ask("d", forwarded);
    success(await tick(house.desk, vn("2018-07-03T08:00"))());
    await house.ask("d", resolved("2018-07-09T16:59"));
    for (const time of ["2018-07-10T08:00", "2018-07-05T08:00", "2018-07-20T08:00"])
      success(await tick(house.desk, vn(time))());
    expect(await allOf(house.store, "DossierOverdue", "DeadlineNoticed")).toEqual([]);
  });

  it("two at once record each date once", async () => {
    const house = centre();
    for (let n = 0; n < 20; n++) await house.ask(`d${n}`, received("2018-07-02T09:00"));
    const at = vn("2018-07-20T08:00");
    const done = await Promise.all([1, 2, 3].map(() => tick(house.desk, at)()));
    done.forEach(success);
    expect(await allOf(house.store, "DossierOverdue")).toHaveLength(20);
  });
});

it("of dossiers that are resolved in the same second each is noticed before its end, or not at all", async () => {
  const house = centre();
  const ids = Array.from({ length: 40 }, (_, n) => `d${n}`);
  for (const id of ids) await house.ask(id, received("2018-07-02T09:00"));
  const at = vn("2018-07-20T08:00");
  const [done] = await Promise.all([
    tick(house.desk, at)(),
    ...ids.map(async (id, n) => {
      for (let turns = 0; turns < n; turns++) await Promise.resolve();
      return house.ask(id, { type: "resolve", at, outcome: "granted" });
    }),
  ]);
  success(done);
  success(await tick(house.desk, at + 1_000)());
  const ends = new Set<string>();
  for (const id of ids) {
    const types = await house.typesOf(id);
    const end = types.indexOf("DossierResolved");
    const last = Math.max(types.lastIndexOf("DossierOverdue"), types.lastIndexOf("DeadlineNoticed"));
    expect(end).toBeGreaterThan(last);
    ends.add(types.includes("DossierOverdue") ? "noticed" : "not at all");
  }
  expect(ends.size).toBe(2);
});

describe("a petition", () => {
  it("is warned of like a dossier, and its messages go to whoever has it", async () => {
    const house = centre();
    const petitions = petitionDecider(rules);
    const ask = handle(house.store, petitions, { streamOf: petitionStream, catalog: petitionEvents });
    const lodged = {
      type: "lodge",
      channel: "online",
      centre: "bac-ninh",
      unit: "one-stop",
      about: "behaviour",
    } as const;
    success(await ask("p", { ...lodged, at: vn("2023-03-06T09:00"), subjectRef: "subject-1" })());
    for (const day of ["03-07", "03-23", "03-28", "03-29"]) success(await tick(house.desk, vn(`2023-${day}T08:00`))());
    const noticed = await allOf(house.store, "PetitionDeadlineNoticed");
    expect(noticed.map(({ data }) => data)).toMatchObject([
      { deadline: "answer", stage: "dueSoon", to: "receptionOfficer", due: { date: "2023-03-27" } },
      { deadline: "answer", stage: "overdue", to: "receptionOfficer" },
      { deadline: "answer", stage: "overdue", to: "headOfCentre" },
    ]);
    expect([...house.gateway.taken.values()].map(({ to }) => to).toSorted()).toEqual([
      "email:headOfCentre@one-stop",
      "email:receptionOfficer@one-stop",
      "email:receptionOfficer@one-stop",
    ]);
    expect([...house.gateway.taken.values()].map(({ text }) => JSON.parse(text)[0])).toEqual([
      "petition.answer.dueSoon",
      "petition.answer.overdue",
      "petition.answer.overdue",
    ]);
  });
});

describe("other rules", () => {
  it("are worked out anew under another version, and nobody is told again", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    await house.ask("d", forwarded);
    success(await tick(house.desk, vn("2018-07-05T08:00"))());
    const [before] = [house.gateway.taken.size];
    const sooner = { deadline: "dossier", stage: "dueSoon", to: "agencyHead", workingDays: -4 } as const;
    const deadlines = { ...rules.deadlines, dossier: [...rules.deadlines.dossier, sooner] };
    success(await tick({ ...house.desk, rules: { ...rules, deadlines, version: 2 } }, vn("2018-07-05T08:01"))());
    expect(await noticed(house)).toEqual(["dossier dueSoon handler", "dossier dueSoon agencyHead"]);
    expect(house.gateway.taken.size).toBe(before + 1);
  });
});

describe("the applicant", () => {
  it("is told by SMS that the result is there, and the dossier knows it", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    success(await tick(house.desk, vn("2018-07-02T09:00"))());
    await house.ask("d", resolved("2018-07-05T09:00"));
    success(await tick(house.desk, vn("2018-07-05T09:01"))());
    expect([...house.gateway.taken.values()].map(({ to, text }) => [to, JSON.parse(text)[0]])).toEqual([
      ["sms:subject-1", "earlyResult"],
    ]);
    expect((await house.stateOf("d")).notices).toMatchObject([{ notice: "earlyResult" }]);
  });

  it("is told in the morning of what happened by night", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    success(await tick(house.desk, vn("2018-07-02T09:00"))());
    await house.ask("d", resolved("2018-07-05T22:30"));
    success(await tick(house.desk, vn("2018-07-05T23:00"))());
    expect(house.gateway.taken.size).toBe(0);
    success(await tick(house.desk, vn("2018-07-06T07:00"))());
    expect(house.gateway.taken.size).toBe(1);
  });

  it("is not told that it is late when it was finished before the message went out", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    success(await tick(house.desk, vn("2018-07-10T00:00"))());
    await house.ask("d", resolved("2018-07-10T06:00"));
    success(await tick(house.desk, vn("2018-07-10T08:00"))());
    const texts = [...house.gateway.taken.values()].map(({ text }) => JSON.parse(text)[0]);
    expect(texts).toEqual(["resultReady"]);
    expect(await allOf(house.store, "MessageDropped")).not.toEqual([]);
  });

  it("is not written to by night, though the desk was away when it was day", async () => {
    const house = centre();
    await house.ask("d", received("2018-07-02T09:00"));
    success(await tick(house.desk, vn("2018-07-02T09:00"))());
    await house.ask("d", resolved("2018-07-05T09:00"));
    const { posts: _, ...silent } = house.desk;
    success(await tick(silent, vn("2018-07-05T09:01"))());
    success(await tick(house.desk, vn("2018-07-06T02:00"))());
    expect(house.gateway.taken.size).toBe(0);
    success(await tick(house.desk, vn("2018-07-06T07:00"))());
    expect(house.gateway.taken.size).toBe(1);
  });

  it("of what was there before the desk began is told nothing, but of what passes then", async () => {
    const house = centre();
    await house.ask("old", received("2018-06-25T09:00"));
    await house.ask("old", resolved("2018-06-28T09:00"));
    await house.ask("open", received("2018-06-25T09:00"));
    success(await tick(house.desk, vn("2018-07-10T08:00"))());
    expect([...house.gateway.taken.values()].map(({ text }) => JSON.parse(text)[0])).toContain("overdue");
    const queued = (await allOf(house.store, "MessageQueued")).map(
      ({ data }) => data as MessageEventData<"MessageQueued">,
    );
    expect(queued.every(({ about }) => about.id === "open")).toBe(true);
  });
});

it("a gateway that is down for a while costs no message, and a channel that throws ends no round", async () => {
  let isDown = true;
  const taking = gateway(() => (isDown ? { code: "GatewayUnreachable", again: true, detail: "" } : undefined));
  let now = vn("2018-07-05T09:00");
  const guarded = taking.channels.map(withCircuitBreaker(BREAKER_POLICY, () => now));
  const house = centre({ channels: guarded }, taking);
  const ids = Array.from({ length: 8 }, (_, n) => `d${n}`);
  for (const id of ids) await house.ask(id, received("2018-07-02T09:00"));
  success(await tick(house.desk, vn("2018-07-02T09:00"))());
  for (const id of ids) await house.ask(id, resolved("2018-07-05T09:00"));
  for (let minute = 0; minute < 120; minute++) {
    now = vn("2018-07-05T09:01") + minute * 60_000;
    isDown = minute < 60;
    success(await tick(house.desk, now)());
  }
  expect(await allOf(house.store, "MessageGivenUp")).toEqual([]);
  expect(taking.taken.size).toBe(8);

  const throwing: Channel = {
    kind: "sms",
    send: () => () => {
      throw new Error("0912345678");
    },
  };
  const other = centre({ channels: [throwing] });
  await other.ask("d", received("2018-07-02T09:00"));
  success(await tick(other.desk, vn("2018-07-02T09:00"))());
  await other.ask("d", resolved("2018-07-05T09:00"));
  success(await tick(other.desk, vn("2018-07-05T09:01"))());
  expect(await allOf(other.store, "MessageFailed")).toMatchObject([{ data: { reason: "GatewayFailed" } }]);
});

describe("what cannot be sent", () => {
  const late = async (house: ReturnType<typeof centre>) => {
    await house.ask("d", received("2018-07-02T09:00"));
    success(await tick(house.desk, vn("2018-07-02T09:00"))());
    await house.ask("d", resolved("2018-07-05T09:00"));
    for (let minute = 0; minute < 600; minute += 5)
      success(await tick(house.desk, vn("2018-07-05T09:01") + minute * 60_000)());
    return house;
  };

  it("a gateway that fails is tried again, then the next channel is", async () => {
    const taking = gateway(({ to }) =>
      to.startsWith("sms") ? { code: "GatewayFailed", again: true, detail: "500" } : undefined,
    );
    const house = await late(centre({}, taking));
    const { attempts } = rules.messages;
    expect(taking.asked.map(({ to }) => to.split(":")[0])).toEqual([...Array(attempts).fill("sms"), "email"]);
    expect(new Set(taking.asked.map(({ key }) => key)).size).toBe(2);
    expect((await house.stateOf("d")).notices).toMatchObject([{ notice: "earlyResult" }]);
  });

  it("a gateway that takes it and does not say so is asked again under the same key", async () => {
    let asked = 0;
    const taking = gateway(() => (asked++ === 0 ? { code: "GatewayTimeout", again: true, detail: "10 s" } : undefined));
    await late(centre({}, taking));
    expect([taking.asked.length, taking.taken.size]).toEqual([2, 1]);
  });

  it("a person whose number nobody knows is written to by the next channel, and given up after the last", async () => {
    const contacts = {
      persons: {
        contactOf: (subject: string) => async () =>
          left({ code: "PersonalDataUnavailable", subject, reason: "unknown" } as const),
      },
      officeOf: () => null,
    };
    const house = await late(centre({ contacts }));
    expect(await allOf(house.store, "MessageGivenUp")).toMatchObject([
      { data: { channel: "email", reason: "AddressUnknown" } },
    ]);
    expect(await house.typesOf("d")).not.toContain("ApplicantNotified");
  });

  it("a message that cannot be worded is given up with the reason, and stops no other", async () => {
    const word = (template: string) =>
      template === "earlyResult"
        ? left({ code: "TemplateFieldMissing", detail: "newDue" })
        : right({ text: JSON.stringify([template]) });
    const house = centre({ word });
    await house.ask("other", received("2018-06-25T09:00"));
    await late(house);
    expect(await allOf(house.store, "MessageGivenUp")).toMatchObject([
      { data: { reason: "TemplateFieldMissing: newDue" } },
    ]);
    expect([...house.gateway.taken.values()].map(({ text }) => JSON.parse(text)[0])).toContain("overdue");
  });

  it("no address stands in the log or in what the desk keeps", async () => {
    const house = await late(centre());
    const all = JSON.stringify([
      success(await house.store.readAll({ limit: 10_000 })()),
      success(await house.desk.states.processes()),
    ]);
    expect(house.gateway.taken.size).toBeGreaterThan(0);
    expect(all).not.toContain("sms:subject-1");
  });
});
