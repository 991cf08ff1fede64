/** Satisfied is the upper part of a scale, without its middle: 4 and 5 of 5, 3 and 4 of 4, 3 of 3. */
export const isSatisfied = (score: number, scale: number): boolean => score > (scale + 1) / 2;

/** Dissatisfied is the lower part of a scale, without its middle: 1 and 2 of 5. */
export const isDissatisfied = (score: number, scale: number): boolean => score < (scale + 1) / 2;
