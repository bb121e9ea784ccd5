import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { queries } from './api/queries.ts';
import { useFeed } from './api/feed.ts';
import { Catch } from './shell/catch.tsx';
import { Layout } from './shell/layout.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Loading } from './parts/loading.tsx';
import { screens } from './screens/index.ts';

function Screens() {
  useFeed();
  const [location] = useLocation();
  return (
    <Layout>
      <Catch at={location}>
        <Suspense fallback={<Loading />}>
          <Switch>
            {screens.map(({ path, Screen }) => (
              <Route key={path} path={path} component={Screen} />
            ))}
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </Catch>
    </Layout>
  );
}

/** The whole app: what stands around every screen, and the screen that the address names. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <Screens />
  </QueryClientProvider>
);
