import { run } from "motcua";

/** Runs the command and reads what it prints as JSON. */
export const motcua = async <Answer = unknown>(...words: ReadonlyArray<string>): Promise<Answer> => {
  const [out, err]: [string[], string[]] = [[], []];
  const stdout = { write: (text: string) => out.push(text) };
  const stderr = { write: (text: string) => err.push(text) };
  const code = await run(words, { stdout, stderr, env: {} });
  if (code !== 0) throw new Error(`exit ${code}: ${err.join("")}`);
  return JSON.parse(out.join(""));
};

/** A report with its members by their paths: `{"resolved": {"total": 3}}` is `{"resolved.total": 3}`. */
export const flat = (value: object, before = ""): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      typeof member === "object" && member !== null
        ? Object.entries(flat(member, `${before}${name}.`))
        : [[`${before}${name}`, member]],
    ),
  );
