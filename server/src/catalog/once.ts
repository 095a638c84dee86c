/**
 * A function that makes its value at the first call and gives the same one ever after; what it was made from is let go of
 * then. What `make` throws is thrown again.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly make: () => T } | { readonly value: T } = { make };
  return () => {
    if ('make' in made) made = { value: made.make() };
    return made.value;
  };
}

/** A function of an object that is worked out once for each, as long as that object lives. */
export function perObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
