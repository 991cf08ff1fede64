/**
 * A phone number in the international form, or `undefined` where it is none. A number of Vietnam may begin with 0.
 *
 * @example
 * phoneNumber("0912 345 678") // "+84912345678"
 */
export const phoneNumber = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s.()-]/g, "");
  if (/^0[1-9]\d{8,9}$/.test(digits)) return `+84${digits.slice(1)}`;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
};

/** An e-mail address of the usual form, or `undefined`; nothing in it can end a header or begin another. */
export const emailAddress = (text: string): string | undefined => {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  const isSound =
    at > 0 &&
    text.length <= 254 &&
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/.test(local) &&
    /^[A-Za-z0-9.-]+$/.test(domain) &&
    domain.split(".").length > 1 &&
    domain.split(".").every((label) => label.length > 0 && label.length <= 63 && !/^-|-$/.test(label));
  return isSound ? text : undefined;
};
