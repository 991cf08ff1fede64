import type { IndicatorsReport } from "@motcua/core";
import { table } from "../output/table.js";
import { dimensionNames } from "../text/labels.js";
import type { Language } from "../text/text.js";
import { FIGURES, GROUP_FIGURES, written } from "./figures.js";
import { titleOf } from "./title.js";

/** The report as people read it on a terminal. */
export const indicatorsTable = (report: IndicatorsReport, language: Language): string => {
  const total = FIGURES.map((figure) => [
    figure.name[language],
    written(figure.of(report.total), figure.kind, language),
  ]);
  const { calendarDays, workingDays, daysWithIntake } = report.total.perDay;
  const t = WORDS[language];
  const perDay = [
    [`${t.perDay} (${t.calendarDays}: ${calendarDays.days})`, written(calendarDays.received, "days", language)],
    ...(workingDays === null
      ? []
      : [[`${t.perDay} (${t.workingDays}: ${workingDays.days})`, written(workingDays.received, "days", language)]]),
    [`${t.perDay} (${t.daysWithIntake}: ${daysWithIntake.days})`, written(daysWithIntake.received, "days", language)],
  ];
  const columns = [{ title: t.figure }, { title: t.total, align: "right" as const }];
  return `${titleOf(report, language)}\n\n${table(columns, [...total, ...perDay])}${groupsTable(report, language)}`;
};

const groupsTable = ({ groups }: IndicatorsReport, language: Language): string => {
  const dimensions = Object.keys(groups[0]?.key ?? {}) as ReadonlyArray<keyof typeof dimensionNames>;
  if (dimensions.length === 0) return "";
  const columns = [
    ...dimensions.map((dimension) => ({ title: dimensionNames[dimension][language] })),
    ...GROUP_FIGURES.map(({ name }) => ({ title: name[language], align: "right" as const })),
  ];
  const rows = groups.map((group) => [
    ...dimensions.map((dimension) => group.key[dimension] ?? "–"),
    ...GROUP_FIGURES.map((figure) => written(figure.of(group), figure.kind, language)),
  ]);
  return `\n${table(columns, rows)}`;
};

const WORDS = {
  en: {
    figure: "figure",
    total: "total",
    perDay: "received a day",
    calendarDays: "calendar days",
    workingDays: "working days",
    daysWithIntake: "days with intake",
  },
  vi: {
    figure: "chỉ tiêu",
    total: "tổng",
    perDay: "tiếp nhận mỗi ngày",
    calendarDays: "ngày lịch",
    workingDays: "ngày làm việc",
    daysWithIntake: "ngày có tiếp nhận",
  },
} as const;
