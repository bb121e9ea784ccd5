declare module 'virtual:operations' {
  /** Name of each operation to how REST reaches it; made from the operation list when the app is built. */
  export const routes: Record<string, { method: string; path: string; effect: 'read' | 'write' | 'destructive' }>;
}
