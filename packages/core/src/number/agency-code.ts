const AGENCY = /^(?=.{3,35}$)[A-Y]\d{2}(?:\.[A-Z0-9]+)*$/;

/**
 * Whether text is the code of an agency, such as `H56.14`: groups divided by dots, the first a letter from A to Y and two
 * digits, 35 characters at most (QĐ 20/2020/QĐ-TTg).
 */
export const isAgencyCode = (text: string): boolean => AGENCY.test(text);
