'use client';

import { revalidateTagFn } from '@/services/revalidate';

export const RefreshButton = () => <button onClick={() => revalidateTagFn('stores')}>Refresh</button>;
