import type { Instant } from "@motcua/core";

/** What kind of value a member is; a `date` is a local date as text, an `instant` epoch milliseconds. */
export type MemberKind = "text" | "number" | "boolean" | "instant" | "date";

/** Takes one member: the path to it, and its value. */
export type MemberVisitor = (key: string, kind: MemberKind, value: string | number | boolean) => void;

/**
 * Shows the data of an event as flat members, in its order, as tables and attributes without nesting hold them:
 * `procedure: {code, version}` becomes `procedure.code` and `procedure.version`, a due date its date or its instant, a
 * list JSON.
 *
 * What speaks of a person is left out, sealed or not, with the name of whom it speaks of.
 */
export const eachMember = (data: object, visit: MemberVisitor, prefix = ""): void => {
  for (const name of Object.keys(data))
    showMember(prefix === "" ? name : pathOf(prefix, name), name, (data as Record<string, unknown>)[name], visit);
};

const showMember = (key: string, name: string, value: unknown, visit: MemberVisitor): void => {
  if (typeof value === "string") visit(key, "text", value);
  else if (typeof value === "boolean") visit(key, "boolean", value);
  else if (typeof value === "number") visit(key, INSTANTS.has(name) && isInstant(value) ? "instant" : "number", value);
  else if (typeof value === "object" && value !== null && !isPersonal(value)) showObject(key, value, visit);
};

const showObject = (key: string, value: object, visit: MemberVisitor): void => {
  if (Array.isArray(value)) visit(key, "text", JSON.stringify(value, withoutPersonal));
  else if (isDueDate(value)) visit(key, "date", value.date);
  else if (isDueInstant(value)) visit(key, "instant", value.instant);
  else eachMember(value, visit, key);
};

/** Members that hold an instant as a bare number, in the data of any type. */
const INSTANTS: ReadonlySet<string> = new Set(["handOverBy", "noticedAt"]);

/** Years 0 to 9999: what every format can write. */
const isInstant = (value: unknown): value is Instant =>
  Number.isSafeInteger(value) && Number(value) >= -62_167_219_200_000 && Number(value) < 253_402_300_800_000;

/** A `Personal` field. */
const isPersonal = (value: object): boolean => "subject" in value && ("sealed" in value || "open" in value);

/** For `JSON.stringify`: leaves out what speaks of a person. */
export const withoutPersonal = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && isPersonal(value) ? undefined : value;

const isDueDate = (value: object): value is { readonly date: string } =>
  "kind" in value && value.kind === "date" && "date" in value && typeof value.date === "string";

const isDueInstant = (value: object): value is { readonly instant: Instant } =>
  "kind" in value && value.kind === "instant" && "instant" in value && isInstant(value.instant);

/** A path is asked for by each event again; a text that was put together anew would be hashed anew wherever it is looked up. */
const pathOf = (prefix: string, name: string): string => {
  const own = paths.get(prefix) ?? new Map<string, string>();
  if (own.size === 0 && paths.size < REMEMBERED) paths.set(prefix, own);
  const known = own.get(name);
  if (known !== undefined) return known;
  const path = `${prefix}.${name}`;
  if (own.size < REMEMBERED) own.set(name, path);
  return path;
};

const paths = new Map<string, Map<string, string>>();
const REMEMBERED = 1_000;
