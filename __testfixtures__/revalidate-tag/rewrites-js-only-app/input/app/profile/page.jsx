import { rename } from "@/app/profile/actions";

export default function Page() {
  return <form action={rename} />;
}
