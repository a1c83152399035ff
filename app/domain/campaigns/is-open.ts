/** Whether a petition takes signatures at this moment. It opens at `opensAt` and is closed from `closesAt` on. */
export function isOpen(petition: { opensAt: Date; closesAt: Date | null }, now: Date): boolean {
  return petition.opensAt <= now && (petition.closesAt === null || now < petition.closesAt);
}
