import { revalidateTag } from "next/cache";

interface RevalidateProps {
  id?: string;
  environmentId?: string;
}

export const projectCache = {
  tag: {
    byId(id: string) {
      return `projects-${id}`;
    },
    byEnvironmentId(environmentId: string) {
      return `environments-${environmentId}-projects`;
    },
  },
  revalidate({ id, environmentId }: RevalidateProps): void {
    if (id) {
      revalidateTag(this.tag.byId(id));
    }

    if (environmentId) {
      revalidateTag(this.tag.byEnvironmentId(environmentId));
    }
  },
};
