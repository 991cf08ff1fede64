import { isLocalDate, type LocalDate } from "@motcua/core";
import type * as t from "io-ts/lib/index.js";
import { datePattern } from "../date-pattern.js";
import { zoneOf } from "../instant.js";
import { closed, list, oneOf, table, value } from "./described.js";

const isText = (u: unknown): u is string => typeof u === "string" && u !== "";
const text = value("a text that is not empty", { type: "string", minLength: 1 }, isText);
const anyText = value("a text", { type: "string" }, (u): u is string => typeof u === "string");
const whole = (least: number, most: number) =>
  value(
    `a whole number from ${least} to ${most}`,
    { type: "integer", minimum: least, maximum: most },
    (u): u is number => Number.isSafeInteger(u) && Number(u) >= least && Number(u) <= most,
  );
const localDate = value(
  "a date that exists, YYYY-MM-DD",
  { type: "string", format: "date" },
  (u): u is LocalDate => typeof u === "string" && isLocalDate(u),
);
const zoneName = value(
  "an IANA time zone, as Asia/Ho_Chi_Minh",
  { type: "string", minLength: 1 },
  (u): u is string => isText(u) && zoneOf(u)._tag === "Right",
);
/** What may stand before the colon of a dossier's id. */
const namespace = value(
  "1 to 64 letters, digits, '.', '_' or '-'",
  { type: "string", pattern: "^[\\p{L}\\p{N}._-]{1,64}$" },
  (u): u is string => typeof u === "string" && /^[\p{L}\p{N}._-]{1,64}$/u.test(u),
);
const delimiter = value(
  "one character, no quote and no line end",
  { type: "string", pattern: '^[^"\\r\\n]$' },
  (u): u is string => typeof u === "string" && /^[^"\r\n]$/.test(u),
);
const pattern = value(
  "a pattern with yyyy, MM and dd, as MM/dd/yyyy hh:mm:ss a",
  { type: "string", minLength: 1 },
  (u): u is string => isText(u) && datePattern(u) !== null,
);

/** A text: always the same, an attribute of the case, or one of its first event; said anew by `values`. */
const Text = closed(
  {},
  { constant: anyText, attribute: text, eventAttribute: text, values: table(anyText), otherwise: anyText },
  ["constant", "attribute", "eventAttribute"],
);
export type TextRule = t.TypeOf<typeof Text>;

/** When: an attribute of the case that holds a date, or the first (or last) event of one of these activities. */
const When = closed({}, { attribute: text, activity: list(text), which: oneOf("first", "last") }, [
  "attribute",
  "activity",
]);
export type WhenRule = t.TypeOf<typeof When>;

const Term = closed({ unit: oneOf("calendarDay", "workingDay"), amount: whole(0, 36_600) }, {});

/**
 * Until when: an attribute, or a term after reception or after something else. As an `instant` (the same time of day),
 * as a `minute` (the same, seconds cut), or as a `date`, through the whole of it.
 */
const Due = closed({}, { attribute: text, term: Term, after: When, as: oneOf("instant", "minute", "date") }, [
  "attribute",
  "term",
]);
export type DueRule = t.TypeOf<typeof Due>;

const kind = oneOf("fee", "charge", "tax");
/** Money in decimals: `digits` places make whole units of `currency`. */
const money = { charge: text, kind, currency: text, digits: whole(0, 9) };

const Charge = closed({ ...money, amount: text, name: text }, { basis: text, at: When });
export type ChargeRule = t.TypeOf<typeof Charge>;

const Payment = closed(
  { ...money, amount: text, activity: list(text) },
  { total: text, method: oneOf("cash", "transfer", "online", "postal"), receipt: text },
);
export type PaymentRule = t.TypeOf<typeof Payment>;

const Events = closed(
  {},
  {
    handler: text,
    unit: text,
    stepDue: text,
    supplementAsked: list(text),
    supplementGot: list(text),
    clockStopped: list(text),
    clockStarted: list(text),
  },
);

const Source = closed(
  {},
  {
    rows: oneOf("event", "case"),
    delimiter,
    caseId: text,
    activity: text,
    timestamp: text,
    casePrefix: anyText,
    dates: list(text),
    dateFormat: pattern,
  },
);

/**
 * How the cases of a log become dossiers, as data. `docs/reference/mapping.md` says what each member means;
 * `mapping.schema.json` of this package is its JSON Schema.
 */
export const Mapping = closed(
  {
    motcuaMapping: value("1", { const: 1 }, (u): u is 1 => u === 1),
    log: text,
    timeZone: zoneName,
    centre: Text,
    procedure: closed({ code: Text, field: Text }, {}),
    received: When,
  },
  {
    $schema: text,
    notes: list(anyText),
    namespace,
    source: Source,
    agency: Text,
    unit: Text,
    channel: closed({ from: Text }, { channels: table(oneOf("inPerson", "online", "postal", "other")) }),
    due: Due,
    calendar: closed({}, { closed: list(localDate), worked: list(localDate) }),
    resolved: When,
    returned: When,
    deliveryMethod: oneOf("counter", "postal", "online"),
    outcome: closed({ from: Text }, { outcomes: table(oneOf("granted", "refused")) }),
    status: closed({ attribute: text }, { ended: list(text), open: list(text) }),
    events: Events,
    charges: list(Charge),
    payments: list(Payment),
    satisfaction: closed({ score: text, scale: whole(1, 100), aspect: text }, {}),
  },
);
export type Mapping = t.TypeOf<typeof Mapping>;
