import * as t from "io-ts/lib/index.js";
import { shape } from "../event/shape.js";
import { PersonalCodec } from "../personal/personal.js";
import { DueCodec, InstantCodec, TermCodec } from "../time/term.js";
import { Actor } from "./role.js";
import { NoticeChannel, PaymentRoute, Route, Urging, Violation } from "./vocabulary.js";

const violations = { violations: t.readonlyArray(Violation) };
const by = { by: Actor };

/** What was verified is in this file, which stays with the dossier (NĐ 61/2018, Đ19.3b). */
export const VerificationRecorded = shape({ file: t.string, agency: t.string }, { note: PersonalCodec, ...by });

/** Another agency is asked for its opinion: on what, and until when. The dossier's own clock runs on (Đ19.5). */
export const OpinionRequested = shape(
  { opinion: t.string, agency: t.string, content: t.string, due: DueCodec },
  { note: PersonalCodec, ...by },
);

export const OpinionRecorded = shape(
  { opinion: t.string, agency: t.string },
  { file: t.string, note: PersonalCodec, ...violations, ...by },
);

/** The lead tells the head of the one-stop that an opinion has not come (Đ19.5). */
export const OpinionOverdueReported = shape({ opinion: t.string, agency: t.string, due: DueCodec }, by);

/** The agencies of a route, each with its own term. */
export const RouteAgencies = t.readonlyArray(t.readonly(t.type({ agency: t.string, term: TermCodec })));

/** How a dossier goes through several agencies, each with its own term, in this order where it goes on paper (Đ19.6). */
export const InterlinkedRouteSet = shape(
  {
    route: Route,
    lead: t.string,
    agencies: RouteAgencies,
  },
  by,
);

/** An agency has its part of an interlinked dossier, and a clock of its own for it. */
export const SubTaskOpened = shape({ agency: t.string, due: DueCodec }, { lead: t.boolean });

/** `handOverBy`: on paper, until when the dossier must have gone on to the next. */
export const SubTaskCompleted = shape({ agency: t.string }, { handOverBy: InstantCodec, ...violations, ...by });

/** Signed by who may decide it. */
export const ResultApproved = shape({ by: Actor }, { document: t.string, delegated: t.boolean });

/** The result went to a one-stop, where the applicant gets it (Đ19.7: to the one that had received the dossier). */
export const ResultHandedOver = shape({ from: t.string, to: t.string }, violations);

/** The one-stop urged an agency about a dossier that is due soon or overdue (Đ8.2b). */
export const AgencyUrged = shape({ agency: t.string, about: Urging, due: DueCodec }, { channel: NoticeChannel, ...by });

/** Proof of a payment that was not made at the counter: it goes with the dossier (Đ22). */
export const VoucherAttached = shape({ voucher: t.string, route: PaymentRoute }, by);
