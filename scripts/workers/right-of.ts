/** An `Either`, which cannot be imported here: this folder is of no package. */
type Answer<A> = { readonly _tag: "Left"; readonly left: object } | { readonly _tag: "Right"; readonly right: A };

/** What was answered; throws the error where it was one. */
export const rightOf = <A>(answer: Answer<A>): A => {
  if (answer._tag === "Right") return answer.right;
  throw new Error(JSON.stringify(answer.left));
};
