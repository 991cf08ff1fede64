import { type Either, left, right } from "fp-ts/lib/Either.js";
import { dueDateOf, isPast } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { SubjectRef } from "../personal/personal.js";
import type { Instant } from "../time/instant.js";
import { toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { formatInstant, localDateOf, localDayOf } from "../time/time-zone.js";
import { bindingDue } from "./binding-due.js";
import type { AlreadyNotified, NoticeWithoutGround } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import { possibleFrom } from "./possible.js";
import type { NotifyApplicant } from "./redress-command.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import type { Notice, NoticeChannel } from "./vocabulary.js";

/** Something that the applicant is to be told, and has not been told yet. */
export interface PendingNotice {
  readonly notice: Notice;
  /** The date or the instant that it is about. */
  readonly about: string;
  readonly to: SubjectRef;
  /** The ways of telling that the law names for it. */
  readonly channels: ReadonlyArray<NoticeChannel>;
}

/**
 * What the applicant is to be told as of an instant: a function of the facts, so that asking twice gives the same, and
 * what has been told is not told again.
 *
 * @param dueSoonWithin  days before the due date from which it counts as near; no article says how many
 *
 * @example
 * noticesDue(rules, 2)(state, asOf) // [{ notice: "earlyResult", about: "2018-07-05T09:00…", to, channels }]
 */
export const noticesDue =
  ({ calendar }: Pick<Rules, "calendar">, dueSoonWithin: number) =>
  (state: DossierState, asOf: Instant): ReadonlyArray<PendingNotice> => {
    const to = state.subjectRef;
    if (to === null || !possibleFrom.notifyApplicant.includes(state.status)) return [];
    return NOTICES.flatMap((notice) => {
      const about = groundOf(calendar, state, asOf, notice);
      const early = notice === "dueSoon" && !isNear(calendar, state, asOf, dueSoonWithin);
      if (about === null || early || wasTold(state, notice, about)) return [];
      return [{ notice, about, to, channels: CHANNELS[notice] }];
    });
  };

/** Refused is a notice that has no ground, or that was given: of each fact the applicant is told once. */
export const notifyApplicant = (
  { calendar }: Rules,
  { at, by, notice, channel, text }: NotifyApplicant,
  state: DossierState,
): Either<NoticeWithoutGround | AlreadyNotified, ReadonlyArray<DossierEvent>> => {
  const about = groundOf(calendar, state, at, notice);
  if (about === null || state.subjectRef === null) return left({ code: "NoticeWithoutGround", notice });
  if (wasTold(state, notice, about)) return left({ code: "AlreadyNotified", notice, about });
  const told = { notice, about, to: state.subjectRef, channel };
  return right([dossierEvent("ApplicantNotified", at, { ...told, ...(text && { text }), ...(by && { by }) })]);
};

const NOTICES: ReadonlyArray<Notice> = ["earlyResult", "resultReady", "dueSoon", "overdue", "apology"];

/** NĐ 61/2018, Đ19.9 for what has to do with delay, Đ20.4 for results. */
const CHANNELS: Readonly<Record<Notice, ReadonlyArray<NoticeChannel>>> = {
  earlyResult: ["sms", "email", "phone"],
  resultReady: ["sms", "email", "phone"],
  dueSoon: ["email", "sms", "phone", "socialNetwork"],
  overdue: ["email", "sms", "phone", "socialNetwork"],
  apology: ["email", "sms", "phone", "socialNetwork"],
};

/** What a notice would be about, or `null` where there is nothing of the kind to tell. */
const groundOf = (calendar: WorkingCalendar, state: DossierState, at: Instant, notice: Notice): string | null => {
  const { zone } = calendar;
  const { resolved, apologisedAt } = state;
  const due = bindingDue(calendar, state);
  switch (notice) {
    case "resultReady":
      return resolved === null ? null : formatInstant(zone, resolved.at);
    case "earlyResult":
      if (resolved === null || due === null) return null;
      return localDateOf(zone, resolved.at) < dueDateOf(zone, due) ? formatInstant(zone, resolved.at) : null;
    case "dueSoon":
      return due === null || !runs(state) || isPast(zone, due, at) ? null : written(calendar, due);
    case "overdue":
      return due === null || !runs(state) || !isPast(zone, due, at) ? null : written(calendar, due);
    case "apology":
      return apologisedAt === null ? null : formatInstant(zone, apologisedAt);
  }
};

/** Open, with a clock that does not stand still. */
const runs = ({ resolved, clock }: DossierState): boolean => resolved === null && !clock?.stopped;

const isNear = (calendar: WorkingCalendar, state: DossierState, asOf: Instant, within: number): boolean => {
  const due = bindingDue(calendar, state);
  return due !== null && toEpochDay(dueDateOf(calendar.zone, due)) - localDayOf(calendar.zone, asOf) <= within;
};

const wasTold = ({ notices }: DossierState, notice: Notice, about: string): boolean =>
  notices.some((told) => told.notice === notice && told.about === about);

const written = ({ zone }: WorkingCalendar, due: Due): string =>
  due.kind === "date" ? due.date : formatInstant(zone, due.instant);
