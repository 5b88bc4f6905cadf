"use client";

import { removeTrade, saveTrades } from "./actions";

export function ImportForm({ userId }: { userId: string }) {
  return (
    <>
      <button onClick={() => saveTrades(userId, ["t1"])}>Import</button>
      <button onClick={() => removeTrade(userId, "t1")}>Undo</button>
    </>
  );
}
