import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { makeCommit } from "../src/commit.js";
import type { Database, Row } from "../src/database.js";
import { requestFor } from "./support/requests.js";

/** An answer of PostgreSQL that refuses a statement. */
const refusal = (code: string): Error => Object.assign(new Error(`refused with ${code}`), { severity: "ERROR", code });

interface Script {
  /** What an insert of rows of these streams does, given how many there have been. */
  readonly insert?: (streams: ReadonlyArray<string>, inserts: number) => void;
  readonly lend?: () => void;
  /** What a look finds. Default: streams that do not exist. */
  readonly look?: (name: string) => ReadonlyArray<unknown> | undefined;
}

/** A database that answers as the script says, and the statements that it was given, by name. */
const scripted = ({ insert = () => undefined, lend = () => undefined, look = () => undefined }: Script) => {
  const statements: string[] = [];
  const groups: number[] = [];
  let brokenOnes = 0;
  let inserts = 0;
  const query = async (): Promise<never> => {
    throw new Error("no other statement is expected");
  };
  const database: Pick<Database, "schema" | "lend"> = {
    schema: "motcua",
    lend: async () => {
      lend();
      return {
        client: { query },
        giveBack: (broken = false) => {
          if (broken) brokenOnes++;
        },
        sql: async <R extends Row, A = R>(name: string, _: string, values: ReadonlyArray<unknown> = []) => {
          statements.push(name.split(" ")[0] ?? "");
          if (name.startsWith("insert")) {
            const streams = values.flat().filter((value) => typeof value === "string" && /^[a-e]-1$/.test(value));
            groups.push(streams.length);
            insert(streams as ReadonlyArray<string>, ++inserts);
          }
          const streams = name === "versions" ? (values[0] as string[]) : [];
          return (look(name) ?? streams.map((stream) => [stream, "0"])) as unknown as A[];
        },
      };
    },
  };
  return { database, statements, groups, broken: () => brokenOnes };
};

const four = () => ["a-1", "b-1", "c-1", "d-1"].map((stream) => requestFor(stream, 1, "none"));
const codes = (answers: Awaited<ReturnType<ReturnType<typeof makeCommit>>>) =>
  answers.map((answer) => (isRight(answer) ? answer.right.version : answer.left.code));

describe("a commit", () => {
  it("trusts appends that name a version: one statement, no look", async () => {
    const { database, statements } = scripted({});
    expect(codes(await makeCommit(database, {})(four()))).toEqual([1, 1, 1, 1]);
    expect(statements).toEqual(["insert"]);
  });

  it("looks for the streams of those that name none, and for nothing else", async () => {
    const { database, statements } = scripted({});
    expect(codes(await makeCommit(database, {})([...four(), requestFor("e-1", 1, "any")]))).toEqual([1, 1, 1, 1, 1]);
    expect(statements).toEqual(["versions", "insert"]);
  });

  it("looks closely when the log refuses, before it answers anybody", async () => {
    const { database, statements } = scripted({
      insert: (_, inserts) => {
        if (inserts === 1) throw refusal("23505");
      },
    });
    expect(codes(await makeCommit(database, {})(four()))).toEqual([1, 1, 1, 1]);
    expect(statements).toEqual(["insert", "versions", "known", "insert"]);
  });

  it("in halves finds the one that spoils it for all, and the others are written", async () => {
    const { database, groups } = scripted({
      insert: (streams) => {
        if (streams.includes("c-1")) throw refusal("53100");
      },
    });
    expect(codes(await makeCommit(database, {})(four()))).toEqual([1, 1, "StoreUnavailable", 1]);
    expect(groups).toEqual([4, 4, 2, 2, 1, 1]);
  });

  it("goes in halves at once where another transaction holds a stream: a look would wait for it again", async () => {
    const { database, groups } = scripted({
      insert: (streams) => {
        if (streams.includes("a-1")) throw refusal("55P03");
      },
    });
    expect(codes(await makeCommit(database, {})(four()))).toEqual(["StoreUnavailable", 1, 1, 1]);
    expect(groups).toEqual([4, 2, 1, 1, 2]);
  });

  it("decides anew whoever lost a race, until the time is over", async () => {
    const { database } = scripted({
      insert: (_, inserts) => {
        if (inserts < 6) throw refusal(inserts % 2 === 0 ? "23505" : "40P01");
      },
    });
    expect(codes(await makeCommit(database, {})(four().slice(0, 1)))).toEqual([1]);
    const never = scripted({
      insert: () => {
        throw refusal("MC001");
      },
    });
    const answers = await makeCommit(never.database, { timeoutMs: 50 })(four().slice(0, 1));
    expect(answers).toMatchObject([{ left: { code: "StoreUnavailable", inDoubt: false } }]);
  });

  it("knows a repetition whose first time came between its looks", async () => {
    const request = requestFor("a-1", 1, "none");
    const [event] = request.events;
    const recorded = ["1", event?.id, event?.type, "1", String(event?.occurredAt), "0", event?.data, event?.meta];
    const row = [...recorded, "a-1", "1"];
    let looks = 0;
    const { database } = scripted({
      insert: () => {
        throw refusal("23505");
      },
      look: (name) => {
        const isThere = ++looks > 1;
        if (name === "versions") return [["a-1", isThere ? "1" : "0"]];
        return isThere ? [row] : [];
      },
    });
    expect(codes(await makeCommit(database, {})([request]))).toEqual([1]);
  });

  it.each(["EPIPE", "ECONNRESET", undefined])(
    "is in doubt where the connection is lost while it writes (%s)",
    async (code) => {
      const { database, broken, groups } = scripted({
        insert: () => {
          throw Object.assign(new Error("lost"), code === undefined ? {} : { code });
        },
      });
      const answers = await makeCommit(database, {})(four());
      for (const answer of answers) expect(answer).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: true } });
      expect([broken(), groups.length]).toEqual([1, 1]);
    },
  );

  it("is not in doubt where no connection was to be had", async () => {
    const { database } = scripted({
      lend: () => {
        throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
      },
    });
    for (const answer of await makeCommit(database, {})(four()))
      expect(answer).toMatchObject({ left: { code: "StoreUnavailable", inDoubt: false } });
  });
});
