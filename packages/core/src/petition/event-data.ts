import * as t from "io-ts/lib/index.js";
import { DeadlineStage, PetitionDeadline } from "../deadline/vocabulary.js";
import { Actor, Role } from "../dossier/role.js";
import { Channel, Violation } from "../dossier/vocabulary.js";
import { shape } from "../event/shape.js";
import { PersonalCodec } from "../personal/personal.js";
import { DueCodec, InstantCodec } from "../time/term.js";
import { Competence, Deadline, Deadlines, PetitionAbout, PetitionClass, Verdict } from "./vocabulary.js";

const violations = { violations: t.readonlyArray(Violation) };
const reckonedBy = t.readonly(t.type({ id: t.string, version: t.string }));

/**
 * Somebody turned to the office. Who it was is confidential (NĐ 61/2018, Đ27.3): an opaque reference, and what was
 * written is personal.
 */
export const PetitionLodged = shape(
  { subjectRef: t.string, channel: Channel, centre: t.string, unit: t.string, about: PetitionAbout },
  {
    /** The id of the dossier that it is about. */
    dossier: t.string,
    /** Such as `harassment` (nhũng nhiễu, gây phiền hà). */
    category: t.string,
    content: PersonalCodec,
    /** Id of the terms in force, and what the deadlines were computed from. */
    terms: t.string,
    calendar: reckonedBy,
    deadlines: Deadlines,
  },
);

export const PetitionClassified = shape({ competence: Competence, class: PetitionClass }, {});

export const PetitionRefused = shape({ reasons: t.readonlyArray(t.string) }, { note: PersonalCodec, ...violations });

/** What was asked is not clear enough; the term for the answer waits. */
export const PetitionSupplementRequested = shape(
  { items: t.readonlyArray(t.string) },
  { note: PersonalCodec, ...violations },
);

/** The term for the answer runs again, towards this deadline. */
export const PetitionSupplementReceived = shape(
  { clock: t.keyof({ restart: null, extend: null }) },
  { deadline: Deadline },
);

/** Passed to the agency that is to explain (NĐ 61/2018, Đ8.1đ). `answer: "there"` ends it here. */
export const PetitionForwarded = shape({ to: t.string, answer: t.keyof({ here: null, there: null }) }, violations);

export const PetitionAnswered = shape(
  {},
  { by: t.string, content: PersonalCodec, /** For publishing it. */ publish: Deadline, ...violations },
);

export const AnswerPublished = shape({}, { where: t.string, ...violations });

/** A later date for the answer; the first one stays on record, and every figure speaks of it. */
export const PetitionProlonged = shape({ reason: t.string, to: DueCodec }, { from: DueCodec, ...violations });

/** Taken up again after its end: the terms begin anew. */
export const PetitionReopened = shape(
  { reason: t.string },
  { note: PersonalCodec, calendar: reckonedBy, deadlines: Deadlines },
);

/** Whether it was right, as far as is known now. A later verdict takes the place of an earlier one. */
export const PetitionJudged = shape({ verdict: Verdict }, { by: t.string, basis: t.string, note: PersonalCodec });

/** Somebody was warned of a date that is near or has passed: at most once for each date, reason and person. */
export const PetitionDeadlineNoticed = shape(
  { deadline: PetitionDeadline, stage: DeadlineStage, to: Role, due: DueCodec, noticedAt: InstantCodec },
  { by: Actor },
);

export const PetitionWithdrawn = shape({}, { reason: t.string, note: PersonalCodec });
