export type ActionResult<Output> = { data: Output } | { error: string };

type Handler<Input, Output> = (options: { input: Input }) => Promise<Output>;

/** A small builder for Server Actions: parse the input, run the handler, turn errors into values. */
export function inputOf<Input>(parse: (raw: unknown) => Input) {
  return {
    action<Output>(handler: Handler<Input, Output>) {
      return async (raw: unknown): Promise<ActionResult<Output>> => {
        try {
          return { data: await handler({ input: parse(raw) }) };
        } catch (error) {
          return { error: error instanceof Error ? error.message : "Something went wrong" };
        }
      };
    },
  };
}

export const actionClient = { input: inputOf };

export function parseId(raw: unknown): { id: string } {
  if (typeof raw !== "object" || raw === null || !("id" in raw) || typeof raw.id !== "string") {
    throw new Error("An id is missing");
  }
  return { id: raw.id };
}
