/**
 * Petitions over a period.
 *
 * `carriedOver + lodged + reopened = answered.total + refused + withdrawn + passedOn + inProgress.total`
 *
 * On time is by the term for the answer, whatever date it was prolonged to. Rates are `null` where their denominator is
 * zero, never 0 or 1:
 * - `answeredOnTimeOfAnswered` = onTime / (onTime + late), answered petitions with a term
 * - `answeredOnTimeOfDue`      = onTime / (onTime + late + overdue): what was due, answered or not
 * - `publishedOnTimeOfPublished` = (published − publishedLate) / published
 * - `unfoundedOfLodged`        = unfounded / lodged
 */
export interface PetitionFigures {
  readonly lodged: number;
  /** Lodged before the period and still open when it began. */
  readonly carriedOver: number;
  /** Had ended when the period began, and were taken up again within it. */
  readonly reopened: number;
  readonly answered: {
    readonly total: number;
    readonly onTime: number;
    readonly late: number;
    /** Under terms that set none for the answer. */
    readonly noDeadline: number;
  };
  readonly refused: number;
  readonly withdrawn: number;
  /** Ended here by being forwarded to the agency that answers. */
  readonly passedOn: number;
  readonly inProgress: {
    readonly total: number;
    readonly withinTerm: number;
    readonly overdue: number;
    readonly noDeadline: number;
  };
  /** Petitions forwarded within the period, to be answered here or there. */
  readonly forwarded: number;
  /** Petitions taken up again within the period, whenever they had ended. */
  readonly reopenings: number;
  /** Petitions prolonged within the period, and those answered late but by the date they were prolonged to. */
  readonly prolonged: { readonly petitions: number; readonly lateButWithinNewDate: number };
  /** Answers made public within the period, and those of them made public too late. */
  readonly published: number;
  readonly publishedLate: number;
  /** Of those lodged within the period, by the last verdict that is known: a verdict after its end still counts. */
  readonly founded: number;
  readonly unfounded: number;
  readonly rates: {
    readonly answeredOnTimeOfAnswered: number | null;
    readonly answeredOnTimeOfDue: number | null;
    readonly publishedOnTimeOfPublished: number | null;
    readonly unfoundedOfLodged: number | null;
  };
}

/**
 * The score for petitions, index 8 of TT 01/2018/TT-VPCP, Đ13: 2 for none, or all answered in time and none prolonged; 1 from
 * 90 %; else 0, and 0 where one was prolonged. `null` where petitions there were, but none that was due.
 */
export const petitionScore = (figures: PetitionFigures): 0 | 1 | 2 | null => {
  if (figures.lodged + figures.carriedOver + figures.reopened === 0) return 2;
  if (figures.prolonged.petitions > 0) return 0;
  const { onTime, late } = figures.answered;
  const due = onTime + late + figures.inProgress.overdue;
  if (due === 0) return null;
  if (onTime === due) return 2;
  // Whole numbers: 90 % exactly is enough.
  return onTime * 10 >= due * 9 ? 1 : 0;
};
