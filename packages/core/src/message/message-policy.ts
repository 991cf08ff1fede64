import type { Notice, NoticeChannel } from "../dossier/vocabulary.js";

/** When people may be written to, in minutes since local midnight. */
export interface SendingHours {
  readonly from: number;
  readonly to: number;
  readonly days: "every" | "working";
}

/** How a centre writes to people: data, so that a centre has its own. */
export interface MessagePolicy {
  readonly id: string;
  /** Of what applicants are told, and by which channels, in the order in which they are tried. */
  readonly applicant: Readonly<Partial<Record<Notice, ReadonlyArray<NoticeChannel>>>>;
  /** By which channels staff are told. */
  readonly staff: ReadonlyArray<NoticeChannel>;
  readonly applicantHours: SendingHours;
  readonly staffHours: SendingHours;
  /** How often a channel is tried before the next one is. */
  readonly attempts: number;
  readonly basis: ReadonlyArray<string>;
  /** What no regulation says, and what has been taken in its place. */
  readonly gaps: ReadonlyArray<string>;
}

const SEVEN = 7 * 60;
const TWENTY = 20 * 60;
const SEVENTEEN = 17 * 60;

/** For centres that have set none of their own: what NĐ 61/2018 says that people are to be told, and how. */
export const ND_61_MESSAGES: MessagePolicy = {
  id: "ND-61-2018-messages",
  applicant: {
    resultReady: ["sms", "email"],
    earlyResult: ["sms", "email"],
    overdue: ["sms", "email"],
    apology: ["sms", "email", "post"],
  },
  staff: ["email"],
  applicantHours: { from: SEVEN, to: TWENTY, days: "every" },
  staffHours: { from: SEVEN, to: SEVENTEEN, days: "working" },
  attempts: 12,
  basis: ["NĐ 61/2018 Đ12.5", "NĐ 61/2018 Đ19.9", "NĐ 61/2018 Đ20.4"],
  gaps: [
    "at which hours people may be written to: taken to be 7:00 to 20:00, and for staff 7:00 to 17:00 of working days",
    "which way of telling comes first, and how often it is tried: none is said",
    "that staff are told by e-mail: taken from what such systems do",
  ],
};
