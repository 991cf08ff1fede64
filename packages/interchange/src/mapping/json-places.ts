/** The lines of a JSON text on which its values begin, by JSON Pointer (RFC 6901), and the first member that stands twice. */
export interface JsonPlaces {
  readonly lines: ReadonlyMap<string, number>;
  readonly twice: string | null;
}

/** @param text  JSON that `JSON.parse` takes, not deeper than a call stack */
export const jsonPlaces = (text: string): JsonPlaces => {
  const lines = new Map<string, number>();
  let twice: string | null = null;
  let [at, line] = [0, 1];

  const space = (): void => {
    for (; /\s/.test(text[at] ?? "x"); at++) if (text[at] === "\n") line += 1;
  };
  const string = (): string => {
    const from = at;
    for (at += 1; text[at] !== '"'; at++) if (text[at] === "\\") at += 1;
    at += 1;
    return JSON.parse(text.slice(from, at)) as string;
  };
  const members = (end: string, member: (index: number) => void): void => {
    at += 1;
    space();
    for (let index = 0; text[at] !== end; index++) {
      member(index);
      space();
      if (text[at] === ",") at += 1;
      space();
    }
    at += 1;
  };
  const read = (path: string): void => {
    space();
    if (lines.has(path)) twice ??= path;
    else lines.set(path, line);
    if (text[at] === "{")
      members("}", () => {
        const key = pointerTo(path, string());
        space();
        at += 1;
        read(key);
      });
    else if (text[at] === "[") members("]", (index) => read(pointerTo(path, String(index))));
    else if (text[at] === '"') string();
    else while (/[\w.+-]/.test(text[at] ?? "")) at += 1;
  };

  read("");
  return { lines, twice };
};

/** The pointer of a member. */
export const pointerTo = (path: string, key: string): string =>
  `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
