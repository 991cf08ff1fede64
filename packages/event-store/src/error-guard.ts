/**
 * Makes the guard of a union of errors: it tells them from any other value by their `code`, and works across copies of a
 * package, unlike `instanceof`. A code that is missing from the table does not compile.
 *
 * @example
 * const isOpenError = errorGuard<OpenError>({ StoreMissing: true, StoreForeign: true });
 */
export const errorGuard =
  <E extends { readonly code: string }>(codes: Readonly<Record<E["code"], true>>) =>
  (value: unknown): value is E =>
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    Object.hasOwn(codes, value.code);
