type Handler = (args: { workspace: { id: string }; request: Request }) => Promise<Response>;

export const withWorkspace =
  (handler: Handler, options: { permissions: string[] }) =>
  async (request: Request): Promise<Response> => {
    if (options.permissions.length === 0) return new Response(null, { status: 403 });
    return handler({ workspace: { id: "w1" }, request });
  };
