import { composition } from '#lib/composition.ts';
import { addDays, isDay } from '#lib/procedures/day.ts';
import { keepsRegister } from '../../load-register.ts';
import { noFile, sendFile } from '../../send-file.ts';

interface Context {
  params: Promise<{ giorno: string }>;
}

/** The daily register of a day as it is kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { giorno } = await params;
  if (!isDay(giorno) || !(await keepsRegister())) return noFile();
  const { protocol } = composition();
  const daily = (await protocol.dailyRegisters(addDays(giorno, 1))).find(({ day }) => day === giorno);
  return daily ? sendFile(protocol.openDailyRegister(daily), `registro-giornaliero-${giorno}.xml`) : noFile();
}
