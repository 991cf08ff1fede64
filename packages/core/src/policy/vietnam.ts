import type { LocalDate } from "../time/local-date.js";
import type { FormInForce, FormPurpose, PolicyPack } from "./policy-pack.js";

const THREE_PM = 15 * 60;

const SUPPLEMENT: PolicyPack["supplement"] = {
  max: 1,
  noticeWithin: 3,
  clock: "restart",
  waitDays: null,
  countsIntake: false,
};

const RESCHEDULE: PolicyPack["reschedule"] = { max: 1, noticeBefore: 1 };

const NO_WAIT = "for how long the applicant may take over a supplement: none is set";
const INTAKE_APART = "whether a supplement asked for before reception counts as the one allowed: taken not to";

const formsOf = (
  regulation: string,
  from: LocalDate,
  purposes: ReadonlyArray<FormPurpose>,
): ReadonlyArray<FormInForce> =>
  purposes.map((purpose, n) => ({ purpose, regulation, number: String(n + 1).padStart(2, "0"), from }));

/** TT 01/2018/TT-VPCP, Đ9: six forms, in force from 6 January 2019. */
const TT_01_2018 = formsOf("TT-01-2018", "2019-01-06", [
  "appointment",
  "supplement",
  "refusal",
  "apology",
  "processControl",
  "register",
]);

/** TT 03/2025/TT-VPCP of 15 September 2025: seven forms; 05 to 07 mean something else than before. */
const TT_03_2025 = formsOf("TT-03-2025", "2025-09-15", [
  "appointment",
  "supplement",
  "refusal",
  "apology",
  "stop",
  "processControl",
  "register",
]);

/**
 * Decision 09/2015/QĐ-TTg, in force until NĐ 61/2018. Only its header was read; its figures are taken to be those of the
 * decree that replaced it.
 */
export const QD_09_2015: PolicyPack = {
  id: "QD-09-2015",
  effectiveFrom: "2015-05-15",
  supplement: SUPPLEMENT,
  reschedule: RESCHEDULE,
  handOverCutoff: THREE_PM,
  forms: TT_01_2018,
  basis: ["QĐ 09/2015/QĐ-TTg"],
  gaps: [
    "all its figures: taken from NĐ 61/2018",
    "its forms: none are named before those of TT 01/2018/TT-VPCP",
    NO_WAIT,
    INTAKE_APART,
  ],
};

/** Decree 61/2018/NĐ-CP on the one-stop mechanism, in force from 21 June 2018. */
export const ND_61_2018: PolicyPack = {
  id: "ND-61-2018",
  effectiveFrom: "2018-06-21",
  supplement: SUPPLEMENT,
  reschedule: RESCHEDULE,
  handOverCutoff: THREE_PM,
  forms: TT_01_2018,
  basis: [
    "NĐ 61/2018 Đ11.2c",
    "NĐ 61/2018 Đ17.2a",
    "NĐ 61/2018 Đ18",
    "NĐ 61/2018 Đ19.4",
    "NĐ 61/2018 Đ19.9",
    "TT 01/2018/TT-VPCP Đ9",
  ],
  gaps: [
    "its forms before TT 01/2018/TT-VPCP took effect on 6 January 2019: none are named",
    "what NĐ 107/2021 changed in it: not read",
    NO_WAIT,
    INTAKE_APART,
  ],
};

/**
 * Decree 118/2025/NĐ-CP, in force from 1 July 2025: no district level; intake at any unit of the province. Known from
 * secondary texts alone, so that its figures are those of the decree before it.
 */
export const ND_118_2025: PolicyPack = {
  id: "ND-118-2025",
  effectiveFrom: "2025-07-01",
  supplement: SUPPLEMENT,
  reschedule: RESCHEDULE,
  handOverCutoff: THREE_PM,
  forms: [...TT_01_2018, ...TT_03_2025],
  basis: ["NĐ 118/2025/NĐ-CP (secondary texts)", "TT 03/2025/TT-VPCP (secondary texts)"],
  gaps: [
    "how often and how soon a supplement is asked for, what the clock does then: taken from NĐ 61/2018",
    "how often and how soon a date is put off: taken from NĐ 61/2018",
    "the hour after which a dossier is handed over the next day: taken from NĐ 61/2018",
    "the day on which TT 03/2025/TT-VPCP took effect: taken to be that of its issue; before it, the forms of TT 01/2018",
    "what NĐ 367/2025 changed in it: not read",
    NO_WAIT,
    INTAKE_APART,
  ],
};

/** The regimes of the one-stop mechanism in Vietnam that are loaded. */
export const VIETNAM_POLICIES: ReadonlyArray<PolicyPack> = [QD_09_2015, ND_61_2018, ND_118_2025];
