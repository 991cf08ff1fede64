import { dossierIdOf, type RevisionReport, type TimeZone } from "@motcua/core";
import { withIsoInstants } from "../output/iso.js";
import { eventNames } from "../text/labels.js";
import type { Language } from "../text/text.js";
import { compared } from "./compared.js";
import { written } from "./figure.js";
import { INDICATORS } from "./indicators.js";
import type { FurtherTable } from "./sheet.js";
import { minutes, titled } from "./sheet-title.js";
import type { SideBySide } from "./side-by-side.js";

/** How people read the report `revision`. */
export const revisionSheet = (
  report: RevisionReport,
  language: Language,
  zone: TimeZone,
): SideBySide<RevisionReport["asKnownNow"]> => {
  const { asKnownThen, asKnownNow, onTimeBy, knownThen, knownAt } = report;
  const json = withIsoInstants(zone, report) as RevisionReport;
  const then = minutes(knownThen);
  return {
    head: report,
    heading: { en: "What was learned afterwards", vi: "Số liệu khi báo cáo và hiện nay" },
    title: titled(TITLE, report, compared(onTimeBy)[language], language),
    figures: INDICATORS.figures,
    cards: ["received", "rates.onTimeOfResolved", "resolved.late"],
    columns: [
      { path: "asKnownThen", name: { en: `known at ${then}`, vi: `biết lúc ${then}` }, of: asKnownThen },
      {
        path: "asKnownNow",
        name:
          knownAt === null
            ? { en: "known now", vi: "biết hiện nay" }
            : { en: `known at ${minutes(knownAt)}`, vi: `biết lúc ${minutes(knownAt)}` },
        of: asKnownNow,
      },
    ],
    further: [summary(report, language), revised(json, language)],
    definitions: DEFINITIONS,
    json,
  };
};

const TITLE = {
  en: "The same period as it was known then and later,",
  vi: "Cùng một kỳ, theo dữ liệu khi đó và sau này,",
};

const summary = ({ redated, revised: { dossiers, events } }: RevisionReport, language: Language): FurtherTable => {
  const t = WORDS[language];
  const rows = [
    [t.differing, dossiers],
    [t.events, events],
    [t.redated, redated],
  ] as const;
  return {
    title: t.difference,
    columns: ["", t.number],
    rows: rows.map(([name, number]) => [name, written(number, "count", language)]),
  };
};

/** A line for each event; of a dossier with more of them, how many. */
const revised = ({ revised: { dossiers, first } }: RevisionReport, language: Language): FurtherTable => {
  const t = WORDS[language];
  const more = first.length < dossiers ? ` (${first.length} / ${written(dossiers, "count", language)})` : "";
  return {
    title: `${t.dossiers}${more}`,
    columns: [t.dossier, t.version, t.event, t.happened, t.recorded],
    rows: first.flatMap(({ stream, events }) => {
      const lines = events.first.map(({ version, type, occurredAt, recordedAt }) => [
        dossierIdOf(stream) ?? stream,
        String(version),
        eventNames[type as keyof typeof eventNames][language],
        minutes(String(occurredAt)),
        minutes(String(recordedAt)),
      ]);
      const rest = events.count - events.first.length;
      return rest > 0 ? [...lines, ["", "", `+ ${written(rest, "count", language)}`, "", ""]] : lines;
    }),
  };
};

const WORDS = {
  en: {
    difference: "What made the difference",
    number: "number",
    differing: "dossiers whose figures differ",
    events: "their events that were recorded since",
    redated: "dossiers re-dated after the fact",
    dossiers: "Dossiers whose figures differ, and what was recorded of them since",
    dossier: "dossier",
    version: "version",
    event: "event",
    happened: "happened",
    recorded: "recorded",
  },
  vi: {
    difference: "Nguyên nhân chênh lệch",
    number: "số lượng",
    differing: "hồ sơ có số liệu khác",
    events: "sự kiện của các hồ sơ đó được ghi sau",
    redated: "hồ sơ bị đính chính ngày về sau",
    dossiers: "Hồ sơ có số liệu khác và những gì được ghi sau",
    dossier: "hồ sơ",
    version: "phiên bản",
    event: "sự kiện",
    happened: "xảy ra",
    recorded: "được ghi",
  },
} as const;

const DEFINITIONS: SideBySide<unknown>["definitions"] = [
  [
    { en: "Known then", vi: "Biết khi đó" },
    {
      en: "From the events that had been recorded by then. Both columns are of the same days and are judged at the same time.",
      vi: "Tính từ các sự kiện đã được ghi đến lúc đó. Hai cột cùng một kỳ và cùng thời điểm đánh giá.",
    },
  ],
  [
    { en: "What made the difference", vi: "Nguyên nhân chênh lệch" },
    {
      en: "Of each dossier whose figures differ: the events recorded since that happened by the end of the period, or rewrote a fact.",
      vi: "Với mỗi hồ sơ có số liệu khác: các sự kiện được ghi sau, xảy ra trước khi hết kỳ hoặc sửa lại dữ liệu đã ghi.",
    },
  ],
  ...INDICATORS.definitions,
];
