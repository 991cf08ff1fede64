/** How an agency did over a quarter or a year, by the sum of its nine indices (TT 01/2018/TT-VPCP, Đ15). */
export type AgencyBand = "excellent" | "good" | "fair" | "average" | "weak";

/** How far a member of staff did the duty, by the sum of indices 1, 2, 3, 4 and 7 (TT 01/2018/TT-VPCP, Đ15). */
export type StaffBand = "full" | "most" | "less";

/**
 * The band of an agency's score: 15 and more is excellent (xuất sắc), from 12 good, from 9 fair, from 6 average, below weak.
 *
 * Each bound belongs to the band above it: a portal in use tests for more than 15, and lets exactly 15 fall through to weak.
 *
 * @param score  0 to 18, with one decimal
 *
 * @example
 * agencyBand(15) // "excellent"
 */
export const agencyBand = (score: number): AgencyBand =>
  score >= 15 ? "excellent" : score >= 12 ? "good" : score >= 9 ? "fair" : score >= 6 ? "average" : "weak";

/**
 * The band of a member of staff: 5 and more is the whole of the duty, from 3.5 at least 70 % of it, below less than that.
 *
 * @param score  0 to 10, with one decimal
 */
export const staffBand = (score: number): StaffBand => (score >= 5 ? "full" : score >= 3.5 ? "most" : "less");
