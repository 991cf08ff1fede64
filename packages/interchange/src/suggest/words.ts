import type { SampledColumn } from "./sampled.js";

/** By what names people call things, the likeliest first; Vietnamese, English and Dutch logs were looked at. */
const WORDS = {
  caseId: [
    /^case:concept:name$/,
    /^(case|dossier)[ _-]?(id|no|number|key)$/i,
    /^unique key$/i,
    /^mã hồ sơ$/i,
    /^(id|key|no|number)$/i,
    /(\bid|id|key|no|number)$/i,
    /^/,
  ],
  activity: [
    /^concept:name$/,
    /^(activity|action|event|task|step)([ _-]?name)?$/i,
    /(activity|action|công việc|bước)/i,
  ],
  timestamp: [/^time:timestamp$/, /^(time|timestamp|date|completed?|at)$/i, /(time|date|ngày)/i],
  received: [
    /^(start|received?|created?|submit|registration)[ _-]?(date|at|time)?$/i,
    /(receiv|created|start|submit|tiếp nhận)/i,
  ],
  resolved: [
    /^(end|closed?|resolved|finished|completed)[ _-]?(date|at|time)?$/i,
    /^(?!.*(plan|due)).*(closed|resolved|finish|kết thúc)/i,
  ],
  due: [/^(due|deadline)[ _-]?(date|at|time)?$/i, /(due|deadline|end.*plan|hạn)/i],
  agency: [/^(agency|department)$/i, /(agency|department|authority|cơ quan)/i],
  channel: [/^channel$/i, /channel|kênh/i],
  handler: [/^org:resource$/, /^(resource|user|handler|responsible)$/i],
  unit: [/^org:group$/, /^(group|unit|team)$/i],
  stepDue: [/^(due|deadline)[ _-]?(date|at)?$/i],
} as const satisfies Readonly<Record<string, ReadonlyArray<RegExp>>>;

/** The column whose name says most that it is what is looked for. */
export const bestOf = (what: keyof typeof WORDS, columns: ReadonlyArray<SampledColumn>): SampledColumn | undefined => {
  for (const word of WORDS[what]) {
    const found = columns.find(({ name }) => word.test(name));
    if (found !== undefined) return found;
  }
  return undefined;
};
