const DOCUMENTS = import.meta.glob<string>("../../../examples/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const VARIABLES = import.meta.glob<string>("../../../examples/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A tab for each of the examples, in the order of their numbers. */
export const STORY = Object.entries(DOCUMENTS)
  .toSorted(([one], [other]) => one.localeCompare(other))
  .map(([file, query]) => ({
    query: query.trim(),
    variables: VARIABLES[file.replace(/graphql$/, "json")]?.trim() ?? "",
  }));
