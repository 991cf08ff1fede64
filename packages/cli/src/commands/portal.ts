import { type DossierEvent, localDateOf, type PortalError, portalProgress, portalSync } from "@motcua/core";
import { Command } from "commander";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Finished, perform, withStore } from "../act.js";
import { catalogueNames } from "../catalogue-names.js";
import { replay } from "../dossiers.js";
import { answerIsNo, type Failure } from "../exit.js";
import type { Io } from "../io.js";
import {
  type CommonOptions,
  documentOption,
  type StoreOptions,
  withCommonOptions,
  withStoreOption,
} from "../options.js";
import { json } from "../output/format.js";
import { type PointOfViewOptions, pointOfViewOf, withPointOfView } from "../point-of-view.js";

interface PayloadOptions extends CommonOptions, StoreOptions, PointOfViewOptions {
  readonly again?: boolean;
}

export const portalCommand = (io: Io, finished: Finished): Command =>
  new Command("portal")
    .description("what the national public service portal is told")
    .addCommand(payloadCommand(io, finished));

const payloadCommand = (io: Io, finished: Finished): Command =>
  withPointOfView(withCommonOptions(withStoreOption(new Command("payload")), documentOption("json")))
    .description("the payloads of DongBoHoSoMC and CapNhatTienDoHoSoMC for one dossier; nothing is sent")
    .argument("<id>", "the dossier's id, or the code on its appointment receipt")
    .option("--again", "the portal has had the dossier before")
    .action((id: string, options: PayloadOptions) =>
      perform(io, options, finished, async (context) => {
        const { zone } = context;
        const pointOfView = pointOfViewOf(options, context);
        if (isLeft(pointOfView)) return pointOfView;
        return withStore(io, options.store, "read", async (opened) => {
          const replayed = await replay(opened, id, pointOfView.right);
          if (isLeft(replayed)) return replayed;
          const { state, events } = replayed.right;
          const history = events.map(({ event }) => event);
          const names = await catalogueNames(opened, localDateOf(zone, lastOf(history)), pointOfView.right);
          if (isLeft(names)) return names;
          const procedureName = names.right.procedures[state.procedure ?? ""];
          const details = { zone, names: names.right.units, ...(procedureName !== undefined && { procedureName }) };
          const sync = portalSync(state, history, options.again === true ? "again" : "first", details);
          if (isLeft(sync)) return left(portalFailure(id, sync.left));
          const progress = portalProgress(state, history, details);
          if (isLeft(progress)) return left(portalFailure(id, progress.left));
          context.print(json({ DongBoHoSoMC: sync.right, CapNhatTienDoHoSoMC: progress.right }));
          return right(0);
        });
      }),
    );

const lastOf = (history: ReadonlyArray<DossierEvent>): number => history.at(-1)?.occurredAt ?? 0;

const portalFailure = (id: string, { code }: PortalError): Failure =>
  answerIsNo(
    code === "DossierCodeMissing"
      ? {
          en: `${id}: has no code, since it was not received; the portal takes nothing without one`,
          vi: `${id}: chưa có mã hồ sơ vì chưa được tiếp nhận; cổng không nhận hồ sơ thiếu mã`,
        }
      : {
          en: `${id}: how it stands has no number on the portal`,
          vi: `${id}: trạng thái hiện tại không có mã trên cổng`,
        },
  );
