import {
  type LocalDate,
  type ProcedureCommand,
  type ProcedureState,
  procedureDecider,
  procedureEvents,
  procedureStream,
  type UnitCommand,
  unitDecider,
  unitEvents,
  unitStream,
  VIETNAM,
} from "@motcua/core";
import type { SimulatedCentre, SimulatedProcedure } from "./centre.js";
import type { Book, Office } from "./office.js";
import { atHour } from "./office-hours.js";

type Catalogue = Book<ProcedureCommand, ProcedureState>;

/** Where decisions of the simulated city are cited from. */
const BASIS = "mô phỏng";

/** The standard that wards were upgraded to, as the report of 2018 names it. */
const STANDARD = "Liên thông - Hiện đại - Thân thiện - Hiệu quả";
const CRITERIA = ["liên thông", "hiện đại", "thân thiện", "hiệu quả"];

/** What stands before the first dossier comes in: the units, and the catalogue of procedures. Answers the catalogue. */
export const found = (office: Office, centre: SimulatedCentre, year: number): Catalogue => {
  const catalogue = office.book({
    decider: procedureDecider({ calendar: VIETNAM }),
    streamOf: procedureStream,
    events: procedureEvents,
  });
  establishUnits(office, centre, year);
  for (const procedure of centre.procedures) publish(catalogue, procedure, year);
  return catalogue;
};

const establishUnits = (office: Office, centre: SimulatedCentre, year: number): void => {
  const units = office.book({ decider: unitDecider, streamOf: unitStream, events: unitEvents });
  const at = atHour(`${year - 1}-12-01` as LocalDate, 8);
  const decided = { at, effectiveFrom: `${year}-01-01` as LocalDate, basis: BASIS };
  const { city, counter, wards, agencies } = centre;
  const establish = (unit: Omit<Extract<UnitCommand, { readonly type: "establish" }>, "type" | keyof typeof decided>) =>
    units.ask(unit.code, { type: "establish", ...decided, ...unit });

  establish({ ...city, kind: "district" });
  establish({ code: centre.code, name: counter.name, kind: "centre", parent: city.code });
  establish({ ...counter, kind: "branch", parent: centre.code });
  // Dossiers name agencies in words, so that is what they are known by.
  for (const name of agencies) establish({ code: name, name, kind: "agency", parent: city.code });
  for (const ward of wards) establish({ ...ward, kind: "ward", parent: city.code });

  // Wards are upgraded one after the other in the course of the year.
  for (const [n, ward] of wards.entries()) {
    const month = String(4 + (n % 8)).padStart(2, "0");
    const effectiveFrom = `${year}-${month}-15` as LocalDate;
    const met = (criterion: number) => n < 12 || criterion !== n % CRITERIA.length;
    office.plan(atHour(effectiveFrom, 9), (when) =>
      units.ask(ward.code, {
        ...{ type: "assess", at: when, effectiveFrom, basis: BASIS, standard: STANDARD },
        criteria: CRITERIA.map((criterion, index) => ({ criterion, met: met(index) })),
      }),
    );
  }
};

const publish = (catalogue: Catalogue, procedure: SimulatedProcedure, year: number): void => {
  const { code, name, field, agency, legalTerm, committedTerm, sameDay, online, onSpot, fee } = procedure;
  const at = atHour(`${year - 1}-12-01` as LocalDate, 9);
  const decided = { at, effectiveFrom: `${year}-01-01` as LocalDate, basis: BASIS };
  catalogue.ask(code, {
    type: "publishVersion",
    ...decided,
    ...{ code, name, field, agency, legalTerm, competence: "district" },
    steps: [
      { name: "tiếp nhận", agency: "Trung tâm hành chính công", place: "oneStop" },
      { name: "thẩm định", agency, place: onSpot ? "oneStop" : "agency" },
      { name: "trả kết quả", agency: "Trung tâm hành chính công", place: "oneStop" },
    ],
    components: [{ name: "tờ khai", originals: 1, certifiedCopies: 0, photocopies: 0 }],
    applicantKinds: ["citizen"],
    fees: fee === null ? [] : [{ name: fee.kind === "fee" ? "phí" : "lệ phí", amount: fee }],
    results: ["quyết định"],
    requirements: [],
  });
  if (committedTerm !== null) catalogue.ask(code, { type: "shortenTerm", ...decided, committedTerm });
  if (sameDay) catalogue.ask(code, { type: "declareSameDay", ...decided });
  catalogue.ask(code, { type: "setOnlineLevel", ...decided, level: online ? 3 : 2 });
  if (onSpot)
    catalogue.ask(code, {
      ...{ type: "designateOnSpot", basis: BASIS, at: atHour(`${year}-10-20` as LocalDate, 9) },
      // As at the provincial centre: from November on.
      effectiveFrom: `${year}-11-01` as LocalDate,
      steps: ["receive", "appraise", "approve", "deliver"],
    });
};
