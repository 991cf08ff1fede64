import * as motcua from "@motcua/core";
import { type EventStore, handle, project } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { chainW, map } from "fp-ts/lib/TaskEither.js";

const at = (localTime: string): number => Date.parse(`${localTime}+07:00`);

const receive: motcua.Receive = {
  type: "receive",
  at: at("2018-08-30T09:00"),
  code: "000.00.22.H05-180830-0001",
  subjectRef: "0b9c54e3-2d7e-4c55-9a3c-6f1f2d0f7a11",
  centre: "H05.22",
  unit: "000.00.22.H05",
  agency: "Phòng Tư pháp",
  procedure: { code: "1.001776", version: 1, field: "Hộ tịch" },
  channel: "inPerson",
  legalTerm: { unit: "workingDay", amount: 5 },
};

/** A dossier is received, decided and returned, in any store; what comes back are the figures that follow. */
export const quickstart = (store: EventStore) => {
  const decider = motcua.dossierDecider({ calendar: motcua.VIETNAM, policies: motcua.VIETNAM_POLICIES });
  const dossiers = handle(store, decider, { streamOf: motcua.dossierStream, catalog: motcua.dossierEvents });
  return pipe(
    dossiers("dossier-1", receive),
    chainW(() => dossiers("dossier-1", { type: "resolve", at: at("2018-09-06T10:00"), outcome: "granted" })),
    chainW(() => dossiers("dossier-1", { type: "returnResult", at: at("2018-09-06T15:00"), method: "counter" })),
    chainW(() => project(store, motcua.dossierRows)),
    map((rows) => motcua.indicatorsReport(rows, { zone: motcua.HO_CHI_MINH, onTimeBy: "auto" }).total),
  );
};
