FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props global.json .editorconfig ./
COPY src src
RUN dotnet publish src/AdvPortal.Web -c Release -o /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /portal
COPY --from=build /portal .
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "AdvPortal.Web.dll"]
