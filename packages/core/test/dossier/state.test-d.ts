import { describe, expectTypeOf, it } from "vitest";
import type { DossierRow, DossierState, PendingNotice, Personal } from "../../src/index.js";
import type { PlacesOf } from "../support/places.js";

/** Shapes that a person's data comes in, or anything that could take it in unseen. */
type PersonalShape = Personal | { readonly open: string } | { readonly sealed: string };
type Holds<Value> = PlacesOf<PersonalShape, Value>;

describe("the state of a dossier cannot hold personal data", () => {
  it("at any depth", () => {
    expectTypeOf<Holds<DossierState>>().toBeNever();
  });

  it("nor the row behind its figures", () => {
    expectTypeOf<Holds<DossierRow>>().toBeNever();
  });

  it("nor what the applicant is to be told", () => {
    expectTypeOf<Holds<PendingNotice>>().toBeNever();
  });

  it("and the walk would find it, in a member, a list or a choice", () => {
    expectTypeOf<Holds<{ readonly a: { readonly b: Personal } }>>().toEqualTypeOf<".a.b">();
    expectTypeOf<Holds<{ readonly a: ReadonlyArray<{ readonly b: Personal | null }> }>>().toEqualTypeOf<".a[].b">();
    expectTypeOf<Holds<DossierState & { readonly applicant: Personal }>>().toEqualTypeOf<".applicant">();
  });

  it("nor is any member open to whatever comes", () => {
    type Open = { [Member in keyof DossierState]: unknown extends DossierState[Member] ? Member : never };
    expectTypeOf<Open[keyof Open]>().toBeNever();
  });
});
