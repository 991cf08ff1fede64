const FIELD = /^[A-Y]\d{2}-[A-Z0-9]+$/;

/** Whether text is the code of a field of procedures, such as `G03-GD10` (TT 01/2018/TT-VPCP, Đ20). */
export const isFieldCode = (text: string): boolean => FIELD.test(text);
