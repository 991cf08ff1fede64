import { VIETNAM } from "@motcua/core";
import type { Finding, ReadError } from "@motcua/event-store";
import { Command } from "commander";
import { type Either, isLeft, left, map, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import type { Io } from "../io.js";
import { type CommonOptions, type StoreOptions, withCommonOptions, withStoreOption } from "../options.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import type { OpenedStore } from "../store/open-store.js";
import { storeFailure } from "../text/failures.js";

interface DoctorOptions extends CommonOptions, StoreOptions {
  readonly deep?: boolean;
}

export const doctorCommand = (io: Io, finished: Finished): Command =>
  withCommonOptions(withStoreOption(new Command("doctor")))
    .description("check a log: its settings, its guards, its order; exit 1 where something is not as it must be")
    .option("--deep", "read every page of the file too")
    .action((options: DoctorOptions) =>
      perform(io, options, finished, (context) =>
        withStore(io, options.store, "read", async (opened) => {
          const examined = await examine(opened, options.deep ?? false);
          if (isLeft(examined)) return left(storeFailure(opened.url, examined.left));
          const findings: ReadonlyArray<Finding> = [...examined.right, calendarYears()];
          const ok = findings.every((finding) => finding.ok);
          if (context.format === "json") context.print(json({ ok, findings }));
          else if (context.format === "csv")
            context.print(csv([["rule", "ok", "detail"], ...findings.map((f) => [f.rule, String(f.ok), f.detail])]));
          else context.print(findings.map((f) => `${f.ok ? "✓" : "✗"} ${f.rule}: ${f.detail}\n`).join(""));
          return right(ok ? 0 : 1);
        }),
      ),
    );

const examine = async (opened: OpenedStore, deep: boolean): Promise<Either<ReadError, ReadonlyArray<Finding>>> => {
  switch (opened.kind) {
    case "sqlite":
      return opened.store.doctor({ deep })();
    case "postgres":
      return opened.store.doctor();
    case "memory":
      return right([{ rule: "durability", ok: true, detail: "a log in memory is gone with the process" }]);
    case "eventstoredb":
      return map(() => [{ rule: "reachable", ok: true, detail: "the server answers; its own settings are its own" }])(
        await opened.store.head(),
      );
  }
};

const calendarYears = (): Finding => {
  const years = VIETNAM.years.map(({ year }) => year);
  return {
    rule: "calendarYears",
    ok: years.length > 0,
    detail: `${years[0]}-${years.at(-1)} (${VIETNAM.id} ${VIETNAM.version})`,
  };
};
