/** A function that makes its value at the first call and gives the same one ever after. What `make` throws is thrown again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
