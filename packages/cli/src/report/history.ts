import {
  type Amount,
  type DossierEvent,
  type DossierState,
  type Due,
  formatInstant,
  isPast,
  overdueFrom,
  type PaymentReceipt,
  type TimeZone,
} from "@motcua/core";
import type { Context } from "../context.js";
import { table } from "../output/table.js";
import { eventNames, statusNames } from "../text/labels.js";

/** The life of a dossier as a person reads it: what happened, when, and where its promise stood. */
export const history = (
  { zone, language }: Pick<Context, "zone" | "language">,
  id: string,
  state: DossierState,
  events: ReadonlyArray<DossierEvent>,
): string => {
  const t = WORDS[language];
  const rows = events.map((event) => [
    minutes(zone, event.occurredAt),
    eventNames[event.type][language],
    detailOf(zone, event),
    flagOf(event),
  ]);
  const passed = promisePassed(zone, state, events);
  if (passed !== null) rows.splice(passed.before, 0, [minutes(zone, passed.at), t.passed, "", ""]);
  const due = state.due === null ? "–" : dueText(zone, state.due);
  const head = [
    `${state.code ?? id} · ${statusNames[state.status][language]}`,
    `${t.procedure} ${state.procedure ?? "–"} · ${t.agency} ${state.agency ?? "–"}`,
    `${t.promised} ${due}${state.rescheduledDue === null ? "" : ` · ${t.rescheduled} ${dueText(zone, state.rescheduledDue)}`}${verdict(zone, state, t)}`,
  ];
  const columns = [{ title: t.when }, { title: t.what }, { title: t.detail }, { title: "" }];
  return `${head.join("\n")}\n\n${table(columns, rows)}`;
};

const WORDS = {
  en: {
    procedure: "procedure",
    agency: "agency",
    promised: "promised for",
    rescheduled: "then for",
    late: "decided late",
    kept: "decided in time",
    passed: "— the promised date has passed —",
    when: "when",
    what: "what",
    detail: "detail",
  },
  vi: {
    procedure: "thủ tục",
    agency: "cơ quan",
    promised: "hẹn trả",
    rescheduled: "hẹn lại",
    late: "giải quyết trễ hạn",
    kept: "giải quyết đúng hạn",
    passed: "— đã qua ngày hẹn trả —",
    when: "thời điểm",
    what: "việc",
    detail: "chi tiết",
  },
} as const;

const verdict = (
  zone: TimeZone,
  { due, resolved }: DossierState,
  t: { readonly late: string; readonly kept: string },
) => (due === null || resolved === null ? "" : ` · ${isPast(zone, due, resolved.at) ? t.late : t.kept}`);

/** Where in its life the promised date went by unkept, if it did. */
const promisePassed = (
  zone: TimeZone,
  { due, resolved }: DossierState,
  events: ReadonlyArray<DossierEvent>,
): { readonly at: number; readonly before: number } | null => {
  if (due === null) return null;
  const at = overdueFrom(zone, due);
  const end = resolved?.at ?? events.at(-1)?.occurredAt ?? at;
  const before = events.findIndex(({ occurredAt }) => occurredAt >= at);
  return end < at || before < 0 ? null : { at, before };
};

const minutes = (zone: TimeZone, instant: number): string =>
  formatInstant(zone, instant).slice(0, 16).replace("T", " ");

const dueText = (zone: TimeZone, due: Due): string => (due.kind === "date" ? due.date : minutes(zone, due.instant));

const flagOf = (event: DossierEvent): string =>
  "violations" in event.data && event.data.violations !== undefined
    ? `⚠ ${event.data.violations.map(({ rule, detail }) => `${rule}: ${detail}`).join("; ")}`
    : "";

const amountText = ({ minor, currency }: Amount): string => `${minor.toLocaleString("en")} ${currency}`;

const receiptText = ({ form, symbol, serial }: PaymentReceipt): string => `${form} ${symbol} ${serial}`;

const detailOf = (zone: TimeZone, event: DossierEvent): string => {
  switch (event.type) {
    case "DossierReceived":
      return [event.data.unit, event.data.promisedDue && `→ ${dueText(zone, event.data.promisedDue)}`]
        .filter(Boolean)
        .join(" ");
    case "DossierForwarded":
    case "DossierTransferred":
      return `${event.data.from} → ${event.data.to}`;
    case "HandlerAssigned":
      return event.data.handler;
    case "SupplementRequested":
    case "IntakeSupplementRequested":
      return event.data.items.join(", ");
    case "SupplementReceived":
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      return event.data.due === undefined ? "" : `→ ${dueText(zone, event.data.due)}`;
    case "FinancialObligationNotified":
      return event.data.amounts.map(amountText).join(", ");
    case "ChargeAssessed":
      return `${event.data.name}, ${amountText(event.data.amount)}`;
    case "PaymentCollected":
      return `${amountText(event.data.amount)}, ${receiptText(event.data.receipt)}`;
    case "PaymentRefunded":
      return `${amountText(event.data.amount)}, ${event.data.reason}`;
    case "ReceiptVoided": {
      const { receipt, replacedBy, reason } = event.data;
      return `${receiptText(receipt)}${replacedBy ? ` → ${receiptText(replacedBy)}` : ""}, ${reason}`;
    }
    case "ResultApproved":
      return event.data.by.id;
    case "DossierOverdue":
      return dueText(zone, event.data.due);
    case "DeadlineNoticed": {
      const { deadline, of, stage, to, due } = event.data;
      return `${stage}: ${of ?? deadline} ${dueText(zone, due)} → ${to}`;
    }
    case "DueDateRescheduled":
      return `${dueText(zone, event.data.from)} → ${dueText(zone, event.data.to)}`;
    case "DossierResolved":
      return [event.data.outcome, ...(event.data.reasons ?? [])].join(", ");
    case "ApologyIssued":
    case "ProcessingStopped":
      return event.data.reason;
    case "ResultReturned":
      return event.data.method;
    case "SatisfactionRated":
      return `${event.data.score}/${event.data.scale} ${event.data.aspect}`;
    case "SourceEventRecorded":
      return [event.data.activity, event.data.handler, event.data.unit].filter(Boolean).join(" · ");
    case "OpinionRequested":
    case "OpinionOverdueReported":
    case "SubTaskOpened":
    case "AgencyUrged":
      return `${event.data.agency} → ${dueText(zone, event.data.due)}`;
    case "OpinionRecorded":
    case "SubTaskCompleted":
      return event.data.agency;
    case "InterlinkedRouteSet":
      return event.data.agencies.map(({ agency }) => agency).join(", ");
    case "DeadlineExtended":
      return `${dueText(zone, event.data.from)} → ${dueText(zone, event.data.to)}, ${event.data.basis}`;
    case "FactCorrected":
      return `${event.data.correction.field}, ${event.data.reason}, ${event.data.basis}`;
    case "ResultHandedOver":
      return `${event.data.from} → ${event.data.to}`;
    case "ResultCorrected":
      return event.data.reason;
    case "ApplicantNotified":
      return `${event.data.notice}, ${event.data.channel}`;
    case "OriginalsReturned":
    case "DossierLostOrDamaged":
      return event.data.items.join(", ");
    default:
      return "";
  }
};
