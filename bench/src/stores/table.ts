import type { Section } from "./section.ts";
import { type Ratio, type Summary, summaryOf } from "./summary.ts";

/** One store's rows for people: ratios first, then events per second. */
export const tableOf = ({ store, about, rows }: Section): string => {
  const summaries = rows.map(summaryOf);
  const peers = [...new Set(summaries.flatMap((summary) => Object.keys(summary.peers)))];
  const ceiling = summaries.some((summary) => summary.ceiling !== undefined);
  const lines = [
    [
      "",
      ...(ceiling ? ["of the ceiling", "by CPU"] : []),
      ...peers.map((peer) => `times ${peer}`),
      "events/s",
      ...(ceiling ? ["ceiling"] : []),
    ],
    ...summaries.map((summary) => lineOf(summary, peers, ceiling)),
  ];
  return `${store} (${about.join(", ")})\n\n${aligned(lines)}\n`;
};

const lineOf = (summary: Summary, peers: ReadonlyArray<string>, ceiling: boolean): ReadonlyArray<string> => [
  summary.row,
  ...(ceiling ? [ratio(summary.ceiling, 2), summary.ceiling?.cpu.toFixed(2) ?? ""] : []),
  ...peers.map((peer) => ratio(summary.peers[peer], 1)),
  whole(summary.ours),
  ...(ceiling && summary.ceiling ? [`${whole(summary.ceiling.rate)}, ${summary.ceiling.name}`] : []),
];

const ratio = (of: Ratio | undefined, digits: number): string => {
  if (of === undefined) return "";
  const [low, high] = of.quartiles;
  return `${of.median.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
};

const whole = (rate: number): string => Math.round(rate).toLocaleString("en");

/** The first column to the left, the others to the right; what follows the last number is text, and to the left again. */
const aligned = (lines: ReadonlyArray<ReadonlyArray<string>>): string => {
  const columns = lines[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 || (column === columns - 1 && column > 2)
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
};
