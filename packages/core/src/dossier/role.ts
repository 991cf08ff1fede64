import * as t from "io-ts/lib/index.js";

/** Who acts at a one-stop centre or for a dossier. */
export const Role = t.keyof({
  applicant: null,
  submitter: null,
  receptionOfficer: null,
  returningOfficer: null,
  cashier: null,
  taxOfficer: null,
  headOfCentre: null,
  agencyHead: null,
  handler: null,
  appraiser: null,
  approver: null,
  clerk: null,
  coordinator: null,
  wardOfficer: null,
  postalCarrier: null,
  inspector: null,
  systemTimer: null,
});
export type Role = t.TypeOf<typeof Role>;

/** Who does something, in which role. The id is opaque, as a staff number is; it is never a name. */
export const Actor = t.readonly(t.type({ role: Role, id: t.string }));
export type Actor = t.TypeOf<typeof Actor>;
