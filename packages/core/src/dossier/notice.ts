import { type Either, left, right } from "fp-ts/lib/Either.js";
import { dueDateOf, isPast, overdueFrom } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { SubjectRef } from "../personal/personal.js";
import type { Instant } from "../time/instant.js";
import { toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { formatInstant, localDateOf, startOfDay } from "../time/time-zone.js";
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
  /** From when on there was a reason to tell it. */
  readonly since: Instant;
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
 * noticesDue(rules, 2)(state, asOf) // [{ notice: "earlyResult", about: "2018-07-05T09:00…", since, to, channels }]
 */
export const noticesDue =
  ({ calendar }: Pick<Rules, "calendar">, dueSoonWithin: number) =>
  (state: DossierState, asOf: Instant): ReadonlyArray<PendingNotice> => {
    const to = state.subjectRef;
    if (to === null || !possibleFrom.notifyApplicant.includes(state.status)) return [];
    return NOTICES.flatMap((notice) => {
      const ground = groundOf(calendar, state, asOf, notice, dueSoonWithin);
      if (ground === null || wasTold(state, notice, ground.about)) return [];
      return [{ notice, ...ground, to, channels: CHANNELS[notice] }];
    });
  };

/** Refused is a notice that has no ground, or that was given: of each fact the applicant is told once. */
export const notifyApplicant = (
  { calendar }: Rules,
  { at, by, notice, channel, text }: NotifyApplicant,
  state: DossierState,
): Either<NoticeWithoutGround | AlreadyNotified, ReadonlyArray<DossierEvent>> => {
  const ground = groundOf(calendar, state, at, notice, null);
  if (ground === null || state.subjectRef === null) return left({ code: "NoticeWithoutGround", notice });
  const { about } = ground;
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

type Ground = Pick<PendingNotice, "about" | "since">;

/** What a notice would be about, or `null` where there is nothing of the kind to tell. */
const groundOf = (
  calendar: WorkingCalendar,
  state: DossierState,
  at: Instant,
  notice: Notice,
  /** `null`: whoever tells it finds the date near enough. */
  dueSoonWithin: number | null,
): Ground | null => {
  const { zone } = calendar;
  const due = bindingDue(calendar, state);
  switch (notice) {
    case "resultReady":
      return happenedAt(calendar, state.resolved?.at ?? null);
    case "earlyResult":
      return state.resolved !== null && due !== null && localDateOf(zone, state.resolved.at) < dueDateOf(zone, due)
        ? happenedAt(calendar, state.resolved.at)
        : null;
    case "dueSoon": {
      if (due === null || !runs(state) || isPast(zone, due, at)) return null;
      const since = dueSoonWithin === null ? at : startOfDay(zone, toEpochDay(dueDateOf(zone, due)) - dueSoonWithin);
      return at < since ? null : { about: written(calendar, due), since };
    }
    case "overdue":
      return due === null || !runs(state) || !isPast(zone, due, at)
        ? null
        : { about: written(calendar, due), since: overdueFrom(zone, due) };
    case "apology":
      return happenedAt(calendar, state.apologisedAt);
  }
};

const happenedAt = ({ zone }: WorkingCalendar, at: Instant | null): Ground | null =>
  at === null ? null : { about: formatInstant(zone, at), since: at };

/** Open, with a clock that does not stand still. */
const runs = ({ resolved, clock }: DossierState): boolean => resolved === null && !clock?.stopped;

const wasTold = ({ notices }: DossierState, notice: Notice, about: string): boolean =>
  notices.some((told) => told.notice === notice && told.about === about);

const written = ({ zone }: WorkingCalendar, due: Due): string =>
  due.kind === "date" ? due.date : formatInstant(zone, due.instant);
