import Table from "cli-table3";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((end) => [`${side}${end}`, ""]),
  ),
);

/** A table for people, as wide as its content. */
export const table = (columns: ReadonlyArray<Column>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const drawn = new Table({
    head: columns.map(({ title }) => title),
    colAligns: columns.map(({ align = "left" }) => align),
    style: { head: [], border: [], compact: true },
    chars: {
      ...NO_LINES,
      middle: " ",
    },
  });
  drawn.push(...rows.map((row) => [...row]));
  const lines = drawn.toString().split("\n");
  return `${[lines[0] ?? "", "─".repeat(widthOf(lines)), ...lines.slice(1)].map((line) => line.trimEnd()).join("\n")}\n`;
};

const widthOf = (lines: ReadonlyArray<string>): number => Math.max(...lines.map((line) => [...line.trimEnd()].length));
