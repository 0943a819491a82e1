# The command `media-collection`, for compose.yaml.
FROM rust:1-slim AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked -p media-collection-cli

FROM debian:stable-slim
COPY --from=build /source/target/release/media-collection /usr/local/bin/
ENTRYPOINT ["media-collection"]
