import type { Role } from "../dossier/role.js";
import type { DeadlineStage, DossierDeadline, PetitionDeadline } from "./vocabulary.js";

/** Who is told of a kind of deadline, why, and how long before or after its date. */
export interface Warning<Kind extends string> {
  readonly deadline: Kind;
  readonly stage: DeadlineStage;
  readonly to: Role;
  /**
   * Working days from the due date: `-2` two before it and `3` three after it, both when the office opens; `0` as soon as it
   * has passed.
   */
  readonly workingDays: number;
}

/**
 * Whom a centre warns of what runs out, and whom it goes to when nothing is done: data, so that a centre has its own.
 * Escalation is no more than the same notice to somebody higher, later.
 */
export interface DeadlinePolicy {
  readonly id: string;
  readonly dossier: ReadonlyArray<Warning<DossierDeadline>>;
  readonly petition: ReadonlyArray<Warning<PetitionDeadline>>;
  readonly basis: ReadonlyArray<string>;
  /** What no regulation says, and what has been taken in its place. */
  readonly gaps: ReadonlyArray<string>;
}

const escalation = <Kind extends string>(deadline: Kind, ...roles: ReadonlyArray<readonly [Role, number]>) =>
  roles.map(([to, workingDays]): Warning<Kind> => ({ deadline, stage: "overdue", to, workingDays }));

/**
 * For centres under NĐ 61/2018 that have set none of their own: an apology is owed one day before the date (Đ19.9), the head
 * of the one-stop hears of an opinion that has not come (Đ19.5), and of what is late the handler first, then the head of the
 * agency, then that of the centre, who may urge it (Đ8.2b).
 */
export const ND_61_DEADLINES: DeadlinePolicy = {
  id: "ND-61-2018-deadlines",
  dossier: [
    { deadline: "dossier", stage: "dueSoon", to: "handler", workingDays: -2 },
    { deadline: "dossier", stage: "apologyOwed", to: "handler", workingDays: -1 },
    ...escalation("dossier", ["handler", 0], ["agencyHead", 1], ["headOfCentre", 3]),
    ...escalation("handOver", ["receptionOfficer", 0], ["headOfCentre", 1]),
    ...escalation("handler", ["handler", 0], ["agencyHead", 1]),
    ...escalation("opinion", ["headOfCentre", 0]),
    ...escalation("subTask", ["coordinator", 0], ["headOfCentre", 1]),
    { deadline: "supplement", stage: "dueSoon", to: "receptionOfficer", workingDays: -2 },
  ],
  petition: [
    { deadline: "answer", stage: "dueSoon", to: "receptionOfficer", workingDays: -2 },
    ...escalation("answer", ["receptionOfficer", 0], ["headOfCentre", 1]),
    ...escalation("forward", ["receptionOfficer", 0], ["headOfCentre", 1]),
    ...escalation("publish", ["receptionOfficer", 0]),
  ],
  basis: ["NĐ 61/2018 Đ8.2b", "NĐ 61/2018 Đ19.5", "NĐ 61/2018 Đ19.9"],
  gaps: [
    "how long before a date it counts as near: taken to be two working days",
    "to whom within an agency, and after how many days to whom above: taken from what such systems do",
    "warnings about petitions: none are named",
  ],
};
