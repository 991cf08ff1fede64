/** The groups of the index and what each is worth: 100 in all, as printed by those who collect the index. */
export const GROUPS_766 = {
  publicity: 18,
  progress: 20,
  onlineServices: 12,
  onlinePayment: 10,
  digitisation: 22,
  satisfaction: 18,
} as const;
/** One of the groups. */
export type Group766 = keyof typeof GROUPS_766;

/** The indicators of the index by the numbers of the document of its formulas; 4.5 is two of them. */
export const INDICATOR_766_IDS = [
  "1.1",
  "1.2",
  "1.3",
  "1.4",
  "2.1",
  "2.2",
  "3.1",
  "3.2",
  "3.3",
  "3.5",
  "3.6",
  "4.1",
  "4.2",
  "4.3",
  "4.4",
  "4.5a",
  "4.5b",
  "5.1",
  "5.2",
  "5.3",
  "5.4",
] as const;
/** The number of one of them. */
export type Indicator766Id = (typeof INDICATOR_766_IDS)[number];

/** What an indicator of Decision 766/QĐ-TTg says, by the document of its formulas. */
export interface Definition766 {
  readonly group: Group766;
  readonly numeratorIs: string;
  readonly denominatorIs: string;
  /** From which value on it has all its marks; absent where the document says nothing of it. */
  readonly fullMarksAt?: number;
  /** A share where nothing else is said. */
  readonly unit?: "days";
}

const of = (group: Group766, numeratorIs: string, denominatorIs: string, more: Partial<Definition766> = {}) => ({
  group,
  numeratorIs,
  denominatorIs,
  ...more,
});

/**
 * The indicators by their numbers. The document gives thresholds for full marks, but no indicator's own maximum: those are
 * of the groups.
 */
export const INDICATORS_766: Readonly<Record<Indicator766Id, Definition766>> = {
  "1.1": of("publicity", "procedures announced in time", "procedures announced in the period"),
  "1.2": of("publicity", "procedures made public in time", "procedures to be made public"),
  "1.3": of("publicity", "procedures public with all their parts", "procedures made public"),
  "1.4": of("publicity", "dossiers sent to the national portal", "dossiers received"),
  "2.1": of("progress", "dossiers ended in time, or in progress within term", "dossiers received or handled"),
  "2.2": of("progress", "days from reception to decision, less waiting for supplements", "dossiers decided", {
    unit: "days",
  }),
  "3.1": of("onlineServices", "procedures offered online (level 3 or 4)", "procedures in force", { fullMarksAt: 0.8 }),
  "3.2": of("onlineServices", "online procedures for which something came in online", "online procedures"),
  "3.3": of("onlineServices", "dossiers received online", "dossiers received", { fullMarksAt: 0.5 }),
  "3.5": of("onlinePayment", "procedures that can be paid for on the national portal", "procedures with a fee", {
    fullMarksAt: 0.8,
  }),
  "3.6": of("onlinePayment", "dossiers paid online", "dossiers for which something was to be paid"),
  "4.1": of("digitisation", "dossiers with an electronic result", "dossiers"),
  "4.2": of("digitisation", "dossiers digitised", "dossiers", { fullMarksAt: 0.8 }),
  "4.3": of("digitisation", "dossiers that used digitised data again", "dossiers", {
    fullMarksAt: 0.8,
  }),
  "4.4": of("digitisation", "digitised dossiers shared for use again", "dossiers"),
  "4.5a": of("digitisation", "procedures that use population data", "procedures for citizens"),
  "4.5b": of("digitisation", "dossiers that used population data", "dossiers"),
  "5.1": of("satisfaction", "petitions classified as about behaviour or regulation", "petitions lodged"),
  "5.2": of(
    "satisfaction",
    "petitions answered in time, or in progress within term",
    "petitions answered or in progress, with a term",
  ),
  "5.3": of("satisfaction", "petitions lodged, neither overdue nor repeated", "petitions lodged"),
  "5.4": of(
    "satisfaction",
    "dossiers, less those overdue, less those petitioned about or disliked",
    "dossiers received or handled",
    { fullMarksAt: 0.9 },
  ),
};

/** Where the formula stands. */
export const sourceOf766 = (id: Indicator766Id): string => `QĐ 766/QĐ-TTg, ${id} (Mô tả công thức tính chỉ số 766)`;
