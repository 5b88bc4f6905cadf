#!/usr/bin/env node
const { revalidateTag } = require("next/cache");

for (const tag of process.argv.slice(2)) {
  revalidateTag(tag);
}
