"use client";

import { useState, useTransition } from "react";
import { markPaid } from "../actions";

export function MarkPaidButton({ id }: { id: string }) {
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<string | null>(null);

  function onClick() {
    startTransition(async () => {
      const result = await markPaid({ id });
      setError("error" in result ? result.error : null);
    });
  }

  return (
    <>
      <button type="button" disabled={pending} onClick={onClick}>
        Mark as paid
      </button>
      {error ? <p role="alert">{error}</p> : null}
    </>
  );
}
