import { html, type Markup } from "./escape.js";

export interface Bar {
  readonly label: string;
  /** Read out and shown on pointing: the bar in words. */
  readonly inWords: string;
  readonly parts: ReadonlyArray<{ readonly kind: string; readonly value: number }>;
}

const WIDTH = 960;
const HEIGHT = 260;
const FLOOR = 230;
const LEFT = 48;

/** Upright bars of stacked parts over a common scale from zero. */
export const stackedBars = (title: string, bars: ReadonlyArray<Bar>, write: (value: number) => string): Markup => {
  const greatest = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const top = roundUp(greatest);
  const height = (value: number) => (value / top) * (FLOOR - 14);
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const width = Math.min(64, step * 0.66);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
${[0, 0.5, 1].map((share) => scaleLine(FLOOR - height(top * share), write(top * share)))}
${bars.map((bar, n) => drawn(bar, LEFT + n * step + (step - width) / 2, width, height))}
</svg>`;
};

const scaleLine = (y: number, label: string): Markup =>
  html`<line x1="${LEFT}" x2="${WIDTH}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="#d9dfe5"/><text x="${LEFT - 8}" y="${(y + 4).toFixed(1)}" text-anchor="end">${label}</text>`;

const drawn = ({ label, inWords, parts }: Bar, x: number, width: number, height: (value: number) => number): Markup => {
  let y = FLOOR;
  const rectangles = parts
    .filter(({ value }) => value > 0)
    .map(({ kind, value }) => {
      y -= height(value);
      return html`<rect class="${kind}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height(value).toFixed(1)}"/>`;
    });
  return html`<g><title>${inWords}</title>${rectangles}<text x="${(x + width / 2).toFixed(1)}" y="${FLOOR + 18}" text-anchor="middle">${label}</text></g>
`;
};

/** The next round number: the scale should leave little of the height unused. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  return (
    [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((candidate) => candidate >= value) ?? value
  );
};
