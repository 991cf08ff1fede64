/** `<log>` around some content; the namespace attribute as given. */
export const xesLog = (content: string, attributes = ' xmlns="http://www.xes-standard.org/"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0"${attributes}>\n${content}\n</log>\n`;

export const xesEvent = (more = "", time = "2024-01-02T08:00:00.000+07:00"): string =>
  `<event><string key="concept:name" value="Receive"/><date key="time:timestamp" value="${time}"/>${more}</event>`;

export const xesTrace = (content: string, id = "c1"): string =>
  `<trace><string key="concept:name" value="${id}"/>${content}</trace>`;

export const CSV_HEADER = "case:concept:name,concept:name,time:timestamp,org:resource";

export const csvLog = (...rows: ReadonlyArray<string>): string => `${[CSV_HEADER, ...rows].join("\n")}\n`;

export const CSV_ROW = "c1,Receive,2024-01-02 08:00:00+07:00,Lan";
