# Two stages: npm, its cache and what builds the web app stay out of the image that runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci --ignore-scripts
COPY bin bin
COPY src src
COPY web web
COPY scripts scripts
COPY docs docs
COPY examples examples
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -r scripts

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p /data && chown node:node /data
USER node
ENV NODE_ENV=production HINDCAST_DATA=/data PORT=4600
VOLUME /data
EXPOSE 4600
# As process 1 it gets the signals of `docker stop` itself.
ENTRYPOINT ["/app/bin/hindcast"]
CMD ["start"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
