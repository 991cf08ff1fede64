const NATIONAL = /^[1-3]\.\d{6}$/;
const LOCAL = /^[1-3]\.\d{6}\.\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$/;
const NEW_LOCAL = /^[1-3]\.\d{6}\.[A-Y]\d{2}$/;

/**
 * Whether text is the code of a procedure in one of the three forms in use: of the whole country (`1.001776`), of a
 * province (`1.010708.000.00.00.H56`), or of a province in the newer form (`1.000948.H38`).
 *
 * The forms were read off codes that portals publish; no regulation on them was read. Older catalogues number otherwise.
 */
export const isProcedureCode = (text: string): boolean =>
  NATIONAL.test(text) || LOCAL.test(text) || NEW_LOCAL.test(text);
