import type { Output } from "../io.js";

/** How far long work is: said on standard error, so that standard output stays a document. */
export interface Progress {
  /** @param of  how much there is to do, where it is known */
  readonly at: (what: string, done: number, of: number | null) => void;
  /** Ends the line; the next step begins a new one. */
  readonly end: () => void;
}

export const silent: Progress = { at: () => undefined, end: () => undefined };

/** A bar with rate and time left, redrawn ten times a second on a terminal, a line every two seconds elsewhere. */
export const progressOn = (stream: Output, isTerminal: boolean, now: () => number = Date.now): Progress => {
  let current: { readonly what: string; readonly since: number; shown: number } | null = null;
  const end = () => {
    if (current !== null && isTerminal) stream.write("\n");
    current = null;
  };
  return {
    at: (what, done, of) => {
      if (current?.what !== what) {
        end();
        current = { what, since: now(), shown: 0 };
      }
      const time = now();
      const isLast = of !== null && done >= of;
      if (!isLast && time - current.shown < (isTerminal ? 100 : 2_000)) return;
      current.shown = time;
      const line = progressLine(what, done, of, (time - current.since) / 1_000);
      stream.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end,
  };
};

/** `simulating ████████░░░░ 41 %  512,000 of 1,240,000  98,000/s  7 s left` */
const progressLine = (what: string, done: number, of: number | null, seconds: number): string => {
  const rate = seconds > 0 ? done / seconds : 0;
  const speed = seconds >= 0.5 ? `  ${count(rate)}/s` : "";
  if (of === null || of === 0) return `${what}  ${count(done)}${speed}`;
  const share = Math.min(1, done / of);
  const filled = Math.round(share * 20);
  const bar = "█".repeat(filled) + "░".repeat(20 - filled);
  const left = share < 1 && seconds >= 1 && rate > 0 ? `  ${Math.ceil((of - done) / rate)} s` : "";
  return `${what} ${bar} ${Math.floor(share * 100)} %  ${count(done)} / ${count(of)}${speed}${left}`;
};

const count = (n: number): string => Math.round(n).toLocaleString("en-US");
